package dev.baton.tasks;

import dev.baton.shared.RequestRef;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reminds and escalates what is due for it; a task that fails does not hold up the next. */
@Component
public class DueNudges {

    private static final Logger log = LoggerFactory.getLogger(DueNudges.class);

    private final Nudges nudges;

    DueNudges(Nudges nudges) {
        this.nudges = nudges;
    }

    /** Tells everybody who is to be told by now. */
    public void tell() {
        nudges.due().forEach(this::tell);
    }

    /** When somebody is to be told next of one of the request's open tasks; nothing if never. */
    public Optional<Instant> next(RequestRef request) {
        return nudges.next(request);
    }

    private void tell(String taskId) {
        try {
            nudges.tell(taskId);
        } catch (RuntimeException failure) {
            log.warn("Nobody was reminded of task {}; it is tried again in an hour", taskId, failure);
            nudges.later(taskId);
        }
    }
}
