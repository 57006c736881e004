package dev.baton.intake;

import dev.baton.inbox.MailsMissing;
import dev.baton.outbox.Outbox;
import dev.baton.outbox.OutgoingMail;
import dev.baton.people.People;
import dev.baton.people.Role;
import dev.baton.shared.BatonProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes to every admin that mails lie in a mailbox which Baton could not take. */
@Component
class MissingMailAlarm {

    private final People people;
    private final Outbox outbox;
    private final BatonProperties baton;

    MissingMailAlarm(People people, Outbox outbox, BatonProperties baton) {
        this.people = people;
        this.outbox = outbox;
        this.baton = baton;
    }

    @EventListener
    void tell(MailsMissing missing) {
        MailMissing model = new MailMissing(
                missing.mailbox(), missing.count(), baton.link("/ledger").toString());
        people.all().stream()
                .filter(person -> person.has(Role.ADMIN))
                .forEach(admin -> outbox.enqueue(OutgoingMail.to(admin.address(), "mail-missing", model)));
    }

    record MailMissing(String mailbox, int count, String url) {}
}
