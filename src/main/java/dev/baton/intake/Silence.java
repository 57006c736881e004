package dev.baton.intake;

import dev.baton.inbox.Disposition;
import dev.baton.inbox.ReceivedMail;
import dev.baton.outbox.Notices;
import dev.baton.outbox.Outbox;
import dev.baton.outbox.OutgoingMail;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import dev.baton.requests.Request;
import dev.baton.requests.RequestLinks;
import dev.baton.requests.Requests;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says that somebody was not answered because two machines may be answering each other: in the ledger, and to a person once. */
@Component
class Silence {

    private static final String NOTICE = "silent";

    /** Says that an address is not answered for a while. */
    record Silent(
            String address,
            @Nullable String title,
            @Nullable String statusUrl) {}

    private final Outbox outbox;
    private final Notices notices;
    private final Requests requests;
    private final RequestLinks links;
    private final People people;
    private final Words words;
    private final Clock clock;

    Silence(
            Outbox outbox,
            Notices notices,
            Requests requests,
            RequestLinks links,
            People people,
            Words words,
            Clock clock) {
        this.outbox = outbox;
        this.notices = notices;
        this.requests = requests;
        this.links = links;
        this.people = people;
        this.words = words;
        this.clock = clock;
    }

    Disposition saidOf(ReceivedMail mail, Disposition done) {
        Optional<EmailAddress> kept = mail.sender().filter(outbox::isSilentTowards);
        if (kept.isEmpty()) {
            return done;
        }
        tell(kept.get(), done.request());
        return done.and(words.sentence("reason.silent", kept.get()));
    }

    /** Tells the request's owner, once a day; for what is about no request, or where the owner is the one, the admins. */
    void tell(EmailAddress address, @Nullable RequestRef ref) {
        if (!notices.isFirst(NOTICE, address, today())) {
            return;
        }
        Optional<Request> request = Optional.ofNullable(ref).flatMap(requests::find);
        Silent said = new Silent(
                address.value(),
                request.map(Request::title).orElse(null),
                request.map(found -> links.status(found.ref())).orElse(null));
        for (EmailAddress reader : readers(address, request)) {
            OutgoingMail mail = OutgoingMail.to(reader, NOTICE, said);
            outbox.enqueue(ref == null ? mail : mail.about(ref).answeredTo(links.answerTo(ref)));
        }
    }

    private String today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
    }

    private List<EmailAddress> readers(EmailAddress address, Optional<Request> request) {
        EmailAddress silentTowards = people.personOrStranger(address).address();
        return request.map(Request::owner)
                .filter(owner -> !owner.equals(silentTowards))
                .map(List::of)
                .orElseGet(() -> people.all().stream()
                        .filter(person -> person.roles().contains(Role.ADMIN))
                        .map(Person::address)
                        .filter(admin -> !admin.equals(silentTowards))
                        .toList());
    }
}
