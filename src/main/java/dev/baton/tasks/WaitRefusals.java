package dev.baton.tasks;

import dev.baton.people.Moments;
import dev.baton.people.People;
import dev.baton.requests.Request;
import dev.baton.requests.Wait;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Why a task cannot wait for the request that somebody named, in words for them. */
@Component
class WaitRefusals {

    private static final String FIELD = "waitsOn";

    private final People people;
    private final Moments moments;

    WaitRefusals(People people, Moments moments) {
        this.people = people;
        this.moments = moments;
    }

    /** Nothing if it waits. */
    Optional<Refusal> of(Wait wait, EmailAddress reader) {
        if (wait instanceof Wait.Unknown unknown) {
            return Refusal.of(FIELD, "waits-on-unknown", unknown.named().toString());
        }
        if (wait instanceof Wait.Itself itself) {
            return Refusal.of(FIELD, "waits-on-itself", itself.request().toString());
        }
        if (wait instanceof Wait.Over over) {
            return over(over.other(), reader);
        }
        if (wait instanceof Wait.Circle circle) {
            String way = circle.way().stream().map(RequestRef::toString).collect(Collectors.joining(" → "));
            return Refusal.of(
                    FIELD,
                    "waits-on-circle",
                    way,
                    circle.way().get(1).toString(),
                    circle.way().get(0).toString());
        }
        return Optional.empty();
    }

    private Optional<Refusal> over(Request other, EmailAddress reader) {
        Instant ended = other.endedAt();
        return Refusal.of(
                FIELD,
                "waits-on-" + other.state().word(),
                other.ref().toString(),
                ended == null
                        ? ""
                        : moments.full(ended, people.personOrStranger(reader).zone()));
    }
}
