package dev.baton.metrics.web;

import dev.baton.metrics.OpenRequest;
import dev.baton.metrics.TaskFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A date that holds for something open.
 *
 * @param task the task that it is promised for; null where it is the request's delivery
 */
record Deadline(Instant due, OpenRequest open, @Nullable TaskFact task) {

    /** All of them, soonest first. */
    static List<Deadline> of(List<OpenRequest> all) {
        List<Deadline> deadlines = new ArrayList<>();
        for (OpenRequest open : all) {
            open.request().promised().ifPresent(due -> deadlines.add(new Deadline(due, open, null)));
            for (TaskFact task : open.waiting()) {
                task.promised().ifPresent(due -> deadlines.add(new Deadline(due, open, task)));
            }
        }
        deadlines.sort(Comparator.comparing(Deadline::due));
        return deadlines;
    }

    /** The tasks of which one has to say with whom they are. */
    List<TaskFact> waiting() {
        TaskFact one = task;
        return one == null ? open.waiting() : List.of(one);
    }
}
