package dev.baton.outbox;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.FailurePath;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the digests whose readers' working day has begun, each in a transaction of its own and once: the key of
 * {@code outbox_digest} keeps a second node, or a second run after a crash, from making another. One that fails does not
 * hold up the next and is tried again in an hour. One that was missed, or whose reader is away by now, waits for their next
 * working day.
 */
@Component
public class DueDigests {

    private static final Logger log = LoggerFactory.getLogger(DueDigests.class);
    private static final Duration LATER = Duration.ofHours(1);

    private final Readers readers;
    private final QuietRows quiet;
    private final HeldRows held;
    private final DigestTroubles troubles;
    private final ObjectProvider<DigestWriter> writer;
    private final Outbox outbox;
    private final QuietLinks links;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DueDigests(
            Readers readers,
            QuietRows quiet,
            HeldRows held,
            DigestTroubles troubles,
            ObjectProvider<DigestWriter> writer,
            Outbox outbox,
            QuietLinks links,
            TransactionTemplate transaction,
            Clock clock) {
        this.readers = readers;
        this.quiet = quiet;
        this.held = held;
        this.troubles = troubles;
        this.writer = writer;
        this.outbox = outbox;
        this.links = links;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Queues all digests that are due by now. */
    public void make() {
        Instant now = clock.instant();
        Stream.concat(quiet.wantingDigests(now).stream(), held.readers(now).stream())
                .map(readers::main)
                .distinct()
                .forEach(this::makeOne);
    }

    private void makeOne(EmailAddress address) {
        try {
            transaction.executeWithoutResult(status -> make(readers.of(address)));
        } catch (DigestMadeElsewhere otherNode) {
            log.debug("Another node made this digest");
        } catch (RuntimeException failure) {
            log.warn("A digest could not be made; it is tried again in an hour: {}", new FailurePath(failure));
            inAnHour(address);
        }
    }

    /** Health tells of it even where it is not known when the reader's next hour begins. */
    private void inAnHour(EmailAddress address) {
        try {
            transaction.executeWithoutResult(status -> troubles.failed(address));
            transaction.executeWithoutResult(
                    status -> postpone(readers.of(address), clock.instant().plus(LATER)));
        } catch (RuntimeException failure) {
            log.warn("A digest that could not be made could not be put off either: {}", new FailurePath(failure));
        }
    }

    private void make(Reader reader) {
        LocalDate day = reader.day(clock.instant());
        if (reader.readsOn(day) && !held.hasDigest(reader.address(), day)) {
            write(reader, day, held.of(reader.addresses()));
        }
        postpone(reader, reader.nextDigest(clock.instant()));
    }

    private void write(Reader reader, LocalDate day, List<QueuedMail> waiting) {
        Digest digest = writer.getObject().write(reader.person(), waiting);
        troubles.made(reader.address(), digest.broken());
        Object model = digest.model();
        if (model == null) {
            held.drop(waiting.stream().map(QueuedMail::id).toList());
            return;
        }
        QueuedMail mail = outbox.enqueue(
                OutgoingMail.to(reader.address(), Digest.TEMPLATE, model).answeredTo(links.answerTo(reader.address())));
        held.digest(reader.address(), day, mail.id(), digest.about());
        held.drop(digest.notNeeded());
        held.toldIn(
                mail.id(),
                waiting.stream()
                        .map(QueuedMail::id)
                        .filter(id -> !digest.notNeeded().contains(id))
                        .collect(Collectors.toSet()));
    }

    private void postpone(Reader reader, Instant until) {
        held.postpone(reader.addresses(), until);
        quiet.nextDigest(reader.address(), until);
    }
}
