package dev.baton.requests;

import dev.baton.shared.RequestRef;
import java.util.List;

/** What became of the wish to let a request wait for another. */
public sealed interface Wait {

    /**
     * It waits.
     *
     * @param fresh whether it did not before
     */
    record Kept(Blocker blocker, boolean fresh) implements Wait {}

    /** There is no such request. */
    record Unknown(RequestRef named) implements Wait {}

    /** It would wait for itself. */
    record Itself(RequestRef request) implements Wait {}

    /** The other one is delivered or closed already: there is nothing to wait for. */
    record Over(Request other) implements Wait {}

    /**
     * The other one waits for this one.
     *
     * @param way from the request over all that waits for the next one back to the request, which stands at both ends
     */
    record Circle(List<RequestRef> way) implements Wait {}
}
