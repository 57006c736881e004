package dev.baton.bench.web;

import dev.baton.bench.Version;
import dev.baton.bench.Versions;
import dev.baton.models.Change;
import dev.baton.models.Difference;
import dev.baton.people.Moments;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.shared.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes versions for their list. */
@Component
class VersionRows {

    /** Changes that the list shows of each version. */
    private static final int SHOWN = 3;

    /** Versions of which it shows them; the others are a press away. */
    private static final int COMPARED = 20;

    private final Versions versions;
    private final People people;
    private final Moments moments;
    private final MessageSource messages;

    VersionRows(Versions versions, People people, Moments moments, MessageSource messages) {
        this.versions = versions;
        this.people = people;
        this.moments = moments;
        this.messages = messages;
    }

    /** @param newestFirst all versions of one workflow */
    List<VersionRow> of(List<Version> newestFirst) {
        List<VersionRow> rows = new ArrayList<>();
        for (int place = 0; place < newestFirst.size(); place++) {
            boolean first = place == newestFirst.size() - 1;
            boolean compares = !first && place < COMPARED;
            Version version = newestFirst.get(place);
            rows.add(row(version, compares ? versions.between(newestFirst.get(place + 1), version) : null, first));
        }
        return rows;
    }

    private VersionRow row(Version version, @Nullable Difference difference, boolean first) {
        List<String> changes = difference == null ? List.of() : sentences(difference.changes());
        List<String> shown = difference == null ? List.of() : sentences(difference.foremost(SHOWN));
        return new VersionRow(
                version.number(),
                moments.full(
                        version.definition().deployedAt(),
                        people.defaultCalendar().zone()),
                author(version),
                version.comment(),
                version.work().running(),
                version.work().finished(),
                shown,
                changes.size() - shown.size(),
                difference != null && changes.isEmpty(),
                first);
    }

    /** Each change once, in the order of the work. */
    List<String> sentences(List<Change> changes) {
        return changes.stream()
                .map(change -> change.sentence(messages))
                .distinct()
                .toList();
    }

    private String author(Version version) {
        return EmailAddress.parse(version.author())
                .map(people::personOrStranger)
                .map(Person::name)
                .orElse(version.author());
    }
}
