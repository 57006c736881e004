package dev.baton.requests.web;

import dev.baton.people.Moments;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.requests.Blockers;
import dev.baton.requests.Request;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of a list of requests, ready to be read. */
@Component
class RequestLines {

    /**
     * One row.
     *
     * @param step what people are to do now; null once it has ended
     * @param promised the day it is promised for; null where nothing is
     */
    record Line(
            Request request,
            @Nullable String step,
            String owner,
            @Nullable String promised,
            boolean late,
            boolean blocked) {}

    private final RequestsJson json;
    private final Blockers blockers;
    private final People people;
    private final Moments moments;
    private final Clock clock;

    RequestLines(RequestsJson json, Blockers blockers, People people, Moments moments, Clock clock) {
        this.json = json;
        this.blockers = blockers;
        this.people = people;
        this.moments = moments;
        this.clock = clock;
    }

    List<Line> of(List<Request> requests, Person reader) {
        return requests.stream()
                .map(request -> new Line(
                        request,
                        json.step(request),
                        people.personOrStranger(request.owner()).name(),
                        request.promisedAt() == null ? null : moments.brief(request.promisedAt(), reader.zone()),
                        request.late(clock.instant()),
                        !blockers.of(request.ref()).isEmpty()))
                .toList();
    }
}
