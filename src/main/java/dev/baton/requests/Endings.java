package dev.baton.requests;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What the end of a request means for those that wait for it, in the transaction that ends it. Whoever wants to wait for it
 * at the same moment has to wait for its row, and then sees that it is over.
 */
@Component
class Endings {

    private final Blockers blockers;
    private final RequestRows rows;
    private final ApplicationEventPublisher events;

    Endings(Blockers blockers, RequestRows rows, ApplicationEventPublisher events) {
        this.blockers = blockers;
        this.rows = rows;
        this.events = events;
    }

    /** Nothing holds it up any more, and if it was delivered it holds up nothing. */
    @EventListener
    void ended(RequestEvent.Ended end) {
        Request request = rows.find(end.request()).orElseThrow(() -> new UnknownRequestException(end.request()));
        blockers.liftOf(request.ref(), request.owner());
        List<Blocker> waiting = blockers.waitingFor(request.ref());
        if (end.delivered()) {
            blockers.liftWaitingFor(request.ref(), request.owner());
        }
        if (!waiting.isEmpty()) {
            events.publishEvent(new WaitedForEnded(request, waiting));
        }
    }
}
