package dev.baton.metrics.web;

import dev.baton.metrics.RequestFact;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Dates of requests on a line.
 *
 * @param from the first moment on the line
 * @param to the last
 * @param now where the moment lies that is looked back from
 */
record TimeStrip(List<Mark> marks, Instant from, Instant to, double now) {

    /**
     * A date that holds, or held when the request ended.
     *
     * @param x from 0 to 1
     */
    record Mark(String ref, double x, boolean open, boolean late) {}

    /** Of these requests; nothing where fewer than two have a date. */
    static @Nullable TimeStrip of(Stream<RequestFact> requests, Instant asOf) {
        List<RequestFact> dated =
                requests.filter(request -> request.promised().isPresent()).toList();
        if (dated.size() < 2) {
            return null;
        }
        List<Instant> all = Stream.concat(Stream.of(asOf), dated.stream().flatMap(each -> each.promised().stream()))
                .sorted(Comparator.naturalOrder())
                .toList();
        Instant from = all.get(0);
        Instant to = all.get(all.size() - 1);
        return new TimeStrip(
                dated.stream().map(each -> mark(each, from, to, asOf)).toList(), from, to, place(asOf, from, to));
    }

    private static Mark mark(RequestFact request, Instant from, Instant to, Instant asOf) {
        Instant due = request.promised().orElseThrow();
        Instant until = Optional.ofNullable(request.endedAt()).orElse(asOf);
        return new Mark(request.ref().toString(), place(due, from, to), request.isOpen(), due.isBefore(until));
    }

    private static double place(Instant at, Instant from, Instant to) {
        double whole = Math.max(1, to.toEpochMilli() - from.toEpochMilli());
        return (at.toEpochMilli() - from.toEpochMilli()) / whole;
    }
}
