package dev.baton.tasks;

import dev.baton.engine.WorkMoved;
import dev.baton.engine.WorkMoving;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Open tasks of work that goes on in another version are the tasks of that version; they stay with whom they are. */
@Component
class MovedTasks {

    private final TaskRows rows;

    MovedTasks(TaskRows rows) {
        this.rows = rows;
    }

    /** Whoever answers a task locks it before the engine changes anything; so does whoever moves it. */
    @EventListener
    void moving(WorkMoving work) {
        rows.lockOpen(work.request(), work.processId());
    }

    @EventListener
    void moved(WorkMoved work) {
        work.steps().forEach((before, now) -> rows.moved(work.request(), work.processId(), before, work.to(), now));
    }
}
