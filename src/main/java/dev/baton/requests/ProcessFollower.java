package dev.baton.requests;

import dev.baton.engine.spi.ProcessObserver;
import dev.baton.people.People;
import dev.baton.shared.RequestRef;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes down, in the engine's transaction, what a request's process settles about it and how it ends. */
@Component
class ProcessFollower implements ProcessObserver {

    private final RequestRows rows;
    private final Requests requests;
    private final RequestMails mails;
    private final People people;
    private final Promises promises;
    private final Clock clock;

    ProcessFollower(
            RequestRows rows, Requests requests, RequestMails mails, People people, Promises promises, Clock clock) {
        this.rows = rows;
        this.requests = requests;
        this.mails = mails;
        this.people = people;
        this.promises = promises;
        this.clock = clock;
    }

    @Override
    public void ended(RequestRef request, Optional<String> closedBecause) {
        rows.ended(request, closedBecause.orElse(null), clock.instant());
        mails.ended(requests.get(request), null);
    }

    @Override
    public void settled(RequestRef request, String name, String value) {
        switch (name) {
            case "owner" ->
                people.resolve(value).stream().findFirst().ifPresent(owner -> rows.owner(request, owner.address()));
            case "team" -> rows.team(request, value, clock.instant());
            case "promise" -> promises.settle(requests.get(request), value);
            default -> throw new IllegalArgumentException(request + ": nothing is known of '" + name + "'");
        }
    }
}
