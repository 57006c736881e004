package dev.baton.metrics;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All requests of one campaign, whenever they were opened.
 *
 * @param open soonest promise first
 * @param ended delivered or closed, last ended first
 */
public record Campaign(String name, List<OpenRequest> open, List<RequestFact> ended) {

    /** Whether there is any request in it. */
    public boolean isKnown() {
        return !open.isEmpty() || !ended.isEmpty();
    }

    public List<RequestFact> delivered() {
        return ended.stream().filter(RequestFact::delivered).toList();
    }

    /** Those that ended without being delivered. */
    public List<RequestFact> closed() {
        return ended.stream().filter(request -> !request.delivered()).toList();
    }

    public long late() {
        return open.stream().filter(OpenRequest::late).count();
    }

    public long blocked() {
        return open.stream().filter(OpenRequest::blocked).count();
    }

    /** Open ones that nothing is promised for. */
    public long undated() {
        return open.stream().filter(one -> one.request().promised().isEmpty()).count();
    }

    /** The last date that holds for an open one. */
    public Optional<Instant> promisedBy() {
        return open.stream().flatMap(one -> one.request().promised().stream()).max(Comparator.naturalOrder());
    }
}
