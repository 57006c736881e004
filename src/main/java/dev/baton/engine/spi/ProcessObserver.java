package dev.baton.engine.spi;

import dev.baton.shared.RequestRef;
import java.util.Optional;

/** Hears of a request's process in the transaction that changes it; what it throws undoes that transaction. */
public interface ProcessObserver {

    /**
     * The request's own process came to an end that its model draws.
     *
     * @param closedBecause the {@code closed} property of the end event; nothing means the work was delivered
     */
    void ended(RequestRef request, Optional<String> closedBecause);

    /**
     * A step set a variable that belongs to the request itself: {@code owner}, {@code team} or {@code promise}, as a
     * triage decision does.
     */
    void settled(RequestRef request, String name, String value);
}
