package dev.baton.metrics.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The measures whose rows can be looked at, in the order of the dashboard. */
enum RowKind {
    RELIABILITY,
    LATE_WORK,
    REVIEW_TIME,
    CYCLE_TIME,
    INTAKE_CLARITY,
    VISIBILITY;

    /** As it stands in addresses and in the keys of messages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> words() {
        return Stream.of(values()).map(RowKind::word).toList();
    }

    static Optional<RowKind> of(String word) {
        return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
