package dev.baton.metrics.web;

import dev.baton.metrics.Lasting;
import dev.baton.people.People;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes lengths for people: "40 minutes", "5.5 hours", "6.1 days", and of working time "3.5 working days". */
@Component
class Lengths {

    private static final double MINUTE = 60;
    private static final double HOUR = 60 * MINUTE;
    private static final double DAY = 24 * HOUR;

    /** From here on working time is easier to read in days of work. */
    private static final double SEVERAL_DAYS_OF_WORK = 16 * HOUR;

    private final People people;
    private final MessageSource messages;

    Lengths(People people, MessageSource messages) {
        this.people = people;
        this.messages = messages;
    }

    /** The length in words. */
    public String of(double seconds) {
        if (seconds < HOUR) {
            return text("length.minutes", Math.round(seconds / MINUTE));
        }
        return seconds < DAY
                ? text("length.hours", tenths(seconds / HOUR))
                : text("length.days", tenths(seconds / DAY));
    }

    /** Within what working time half, 85 % and 95 % are over, as far as one can tell; a working day is the usual one. */
    public String worked(Lasting.Estimated estimated) {
        List<String> known = Stream.of(estimated.p50(), estimated.p85(), estimated.p95())
                .filter(Objects::nonNull)
                .map(this::worked)
                .toList();
        return text("shares." + known.size(), known.toArray());
    }

    private String worked(double seconds) {
        double usualDay = people.defaultCalendar().usualDay().toSeconds();
        return seconds < SEVERAL_DAYS_OF_WORK ? of(seconds) : text("length.working-days", tenths(seconds / usualDay));
    }

    /** Within what time half, 85 % and 95 % are over, as far as one can tell. */
    public String shares(Lasting.Estimated estimated) {
        List<String> known = Stream.of(
                        said(estimated.p50(), estimated.p50Range()),
                        said(estimated.p85(), estimated.p85Range()),
                        said(estimated.p95(), estimated.p95Range()))
                .flatMap(Optional::stream)
                .toList();
        return text("shares." + known.size(), known.toArray());
    }

    /** Within what time half are over, and between which others that may well lie; nothing if one cannot tell. */
    Optional<String> half(Lasting.Estimated estimated) {
        return said(estimated.p50(), estimated.p50Range());
    }

    /** The length, and between which others it may well lie. */
    private Optional<String> said(@Nullable Double length, Lasting.@Nullable Range range) {
        if (length == null) {
            return Optional.empty();
        }
        if (range == null) {
            return Optional.of(of(length));
        }
        Double high = range.high();
        return Optional.of(
                high == null
                        ? text("range.open", of(length), of(range.low()))
                        : text("range", of(length), of(range.low()), of(high)));
    }

    private static double tenths(double number) {
        return Math.round(10 * number) / 10.0;
    }

    private String text(String key, Object... words) {
        return messages.getMessage("metrics." + key, words, Locale.ENGLISH);
    }
}
