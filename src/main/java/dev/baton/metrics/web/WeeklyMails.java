package dev.baton.metrics.web;

import dev.baton.outbox.Outbox;
import dev.baton.outbox.OutgoingMail;
import dev.baton.outbox.Weekly;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import dev.baton.shared.FailurePath;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends the weekly mail to leaders, and to owners about their own workflows, when their working week begins. It is read
 * together before the transaction; what lasts in it are two rows.
 */
@Component
class WeeklyMails {

    private static final Logger log = LoggerFactory.getLogger(WeeklyMails.class);

    private final People people;
    private final Weekly weekly;
    private final WeeklyWriter writer;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    WeeklyMails(People people, Weekly weekly, WeeklyWriter writer, Outbox outbox, TransactionTemplate transaction) {
        this.people = people;
        this.weekly = weekly;
        this.writer = writer;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    static boolean reads(Person person) {
        return person.has(Role.LEADER) || person.has(Role.OWNER);
    }

    /** Queues all that are due; one that fails does not hold up the next and is tried again with the next run. */
    void sendDue() {
        people.all().stream()
                .filter(WeeklyMails::reads)
                .filter(person -> weekly.isDue(person.address()))
                .forEach(this::sendOnce);
    }

    private void sendOnce(Person reader) {
        try {
            Optional<OutgoingMail> mail = writer.mail(reader);
            transaction.executeWithoutResult(status -> weekly.made(
                    reader.address(),
                    mail.map(each -> outbox.enqueue(each).id()).orElse(null)));
        } catch (DuplicateKeyException otherNode) {
            log.debug("Another node made this weekly mail");
        } catch (RuntimeException failure) {
            log.warn("A weekly mail could not be made; it is tried again: {}", new FailurePath(failure));
        }
    }

    /**
     * Queues it for somebody who asks for it now, whatever they had already.
     *
     * @return false if there is nothing to tell
     */
    boolean sendNow(Person reader) {
        Optional<OutgoingMail> mail = writer.mail(reader);
        mail.ifPresent(each -> transaction.executeWithoutResult(status -> outbox.enqueue(each)));
        return mail.isPresent();
    }
}
