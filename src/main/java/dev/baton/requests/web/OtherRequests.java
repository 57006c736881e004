package dev.baton.requests.web;

import dev.baton.people.Moments;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.requests.Blocker;
import dev.baton.requests.Blockers;
import dev.baton.requests.Dependencies;
import dev.baton.requests.Request;
import dev.baton.requests.RequestReaders;
import dev.baton.requests.Requests;
import dev.baton.shared.EmailAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a request waits for and what waits for it, for one reader. Everybody who sees the one is told the reference, state
 * and promise of the other; its title and page are for whoever may read that one too.
 */
@Component
class OtherRequests {

    private final Dependencies dependencies;
    private final Blockers blockers;
    private final Requests requests;
    private final RequestReaders readers;
    private final People people;
    private final Moments moments;
    private final Clock clock;

    OtherRequests(
            Dependencies dependencies,
            Blockers blockers,
            Requests requests,
            RequestReaders readers,
            People people,
            Moments moments,
            Clock clock) {
        this.dependencies = dependencies;
        this.blockers = blockers;
        this.requests = requests;
        this.readers = readers;
        this.people = people;
        this.moments = moments;
        this.clock = clock;
    }

    /** @param reader who has signed in; null for whoever has a link */
    List<StatusView.BlockerLine> blockers(Request request, @Nullable EmailAddress reader, ZoneId zone) {
        return blockers.of(request.ref()).stream()
                .map(blocker -> line(blocker, reader, zone))
                .toList();
    }

    /** The requests that wait for this one. */
    List<StatusView.OtherLine> waitingFor(Request request, @Nullable EmailAddress reader, ZoneId zone) {
        return dependencies.waitingFor(request.ref()).stream()
                .map(other -> line(other, reader, zone))
                .toList();
    }

    private StatusView.BlockerLine line(Blocker blocker, @Nullable EmailAddress reader, ZoneId zone) {
        return new StatusView.BlockerLine(
                blocker.id(),
                blocker.waitsOn(),
                blocker.what(),
                blocker.waitsFor() == null ? null : line(requests.get(blocker.waitsFor()), reader, zone));
    }

    private StatusView.OtherLine line(Request other, @Nullable EmailAddress reader, ZoneId zone) {
        Instant promised = other.promisedAt();
        return new StatusView.OtherLine(
                other.ref(),
                reader != null && mayRead(other, reader) ? other.title() : null,
                promised == null ? null : moments.full(promised, zone),
                word(other));
    }

    private boolean mayRead(Request other, EmailAddress reader) {
        Person person = people.personOrStranger(reader);
        return readers.mayRead(other, person);
    }

    private String word(Request other) {
        if (!other.isOpen()) {
            return other.state().word();
        }
        if (other.promisedAt() == null) {
            return "undated";
        }
        return other.late(clock.instant()) ? "late" : "promised";
    }
}
