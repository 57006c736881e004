package dev.baton.people;

import dev.baton.shared.EmailAddress;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a person does no work.
 *
 * @param from the first day away, in the person's zone
 * @param to the last day away
 * @param substitute who takes over meanwhile; null if nobody does
 */
public record Absence(
        LocalDate from, LocalDate to, @Nullable EmailAddress substitute) {

    /** Whether the person is away on this day. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
