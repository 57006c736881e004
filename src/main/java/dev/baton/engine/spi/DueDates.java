package dev.baton.engine.spi;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a task's due date as its model states it, in the working time of whoever has the task. */
public interface DueDates {

    /**
     * @param text an ISO date, date-time or duration ({@code P2D} is two working days)
     * @param assignee the address of the one person who has the task, if there is one
     * @param groups the keys of the teams it is offered to
     * @param from when the task reached them
     * @throws IllegalArgumentException if the text is none of these
     */
    Instant due(String text, @Nullable String assignee, List<String> groups, Instant from);
}
