package dev.baton.metrics;

import java.util.List;

/** What is known of one workflow at one moment: the latest requests on which work had begun, and every delivery. */
final class Begun {

    /** No request at all. */
    static final Begun NONE = new Begun(List.of(), new long[0]);

    private final List<Lifetime> requests;
    private final long[] deliveredAt;

    /** @param deliveredAt in milliseconds since 1970, in order, as far back as any forecast looks */
    Begun(List<Lifetime> requests, long[] deliveredAt) {
        this.requests = List.copyOf(requests);
        this.deliveredAt = deliveredAt;
    }

    List<Lifetime> requests() {
        return requests;
    }

    long[] deliveredAt() {
        return deliveredAt;
    }
}
