package dev.baton.requests;

import dev.baton.engine.Forms;
import dev.baton.engine.Processes;
import dev.baton.engine.WorkMoved;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A request that goes on in another version of its workflow: its row says so, and what the new brief asks for and the old
 * one did not is known as unanswered, as if the request had been opened with it.
 */
@Component
class MovedRequests {

    private final RequestRows rows;
    private final Processes processes;
    private final Forms forms;
    private final Clock clock;

    MovedRequests(RequestRows rows, Processes processes, Forms forms, Clock clock) {
        this.rows = rows;
        this.processes = processes;
        this.forms = forms;
        this.clock = clock;
    }

    @EventListener
    void moved(WorkMoved work) {
        if (rows.moved(work.request(), work.from(), work.to(), clock.instant())) {
            Map<String, Object> known = processes.variables(work.request());
            forms.brief(work.to()).stream()
                    .filter(field -> !known.containsKey(field.id()))
                    .forEach(field -> processes.set(work.request(), field.id(), field.value()));
        }
    }
}
