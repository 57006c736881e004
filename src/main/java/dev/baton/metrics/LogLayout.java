package dev.baton.metrics;

import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an event log is to be read. Columns of a CSV file are called by their headings; those that are not said are looked
 * for among the usual headings.
 *
 * @param format {@code csv} or {@code xes}; null where its first character is to tell
 * @param caseColumn what an event belongs to
 * @param activity what was done
 * @param time when, or when it began where there is also an end
 * @param lifecycle whether it began or ended: {@code start}, {@code complete} and the others of XES
 * @param due until when it was promised
 * @param end when it ended
 * @param zone of times that say none; null if all say one
 * @param closing activities that end a case; where none are named, each case ends with its last event
 */
public record LogLayout(
        @Nullable String format,
        @Nullable String caseColumn,
        @Nullable String activity,
        @Nullable String time,
        @Nullable String lifecycle,
        @Nullable String due,
        @Nullable String end,
        @Nullable ZoneId zone,
        Set<String> closing) {

    /** Reads what the file says of itself. */
    public static final LogLayout GUESSED = new LogLayout(null, null, null, null, null, null, null, null, Set.of());

    public LogLayout {
        closing = Set.copyOf(closing);
    }
}
