package dev.baton.people;

import java.time.LocalTime;

/**
 * A stretch of a working day.
 *
 * @param start when work begins, local time
 * @param end when it ends; after the start, on the same day
 */
public record WorkingHours(LocalTime start, LocalTime end) {

    public WorkingHours {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("Work must end after it starts: " + start + "-" + end);
        }
    }
}
