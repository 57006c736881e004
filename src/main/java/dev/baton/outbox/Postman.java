package dev.baton.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Carries what is due to the mail server, over one connection as long as there is something. No transaction is open
 * while it talks to the server: a mail is claimed in one transaction, sent, and marked in another. Two postmen never
 * have the same mail; only a crash between the server's 250 and the mark lets one be sent again, under its old
 * Message-ID. When the server is ready to take a mail it is asked once more whether anybody needs it: what was decided
 * while others of its batch were sent is not reminded of.
 */
@Component
public class Postman {

    private static final Logger log = LoggerFactory.getLogger(Postman.class);
    private static final int BATCH = 20;

    private final OutboxRows rows;
    private final Attachments attachments;
    private final Gate gate;
    private final ReturnedMails returned;
    private final SmtpServer server;
    private final OutboxProperties outbox;
    private final RetryPolicy retries;
    private final Clock clock;
    private volatile boolean stopped;

    Postman(
            OutboxRows rows,
            Attachments attachments,
            Gate gate,
            ReturnedMails returned,
            SmtpServer server,
            OutboxProperties outbox,
            Clock clock) {
        this.rows = rows;
        this.attachments = attachments;
        this.gate = gate;
        this.returned = returned;
        this.server = server;
        this.outbox = outbox;
        this.retries = new RetryPolicy(outbox.tries());
        this.clock = clock;
    }

    /**
     * Sends all mails that are due now and that no other node has, oldest first. Stops early when the mail server cannot
     * be reached; a refused mail does not hold up the next.
     *
     * @return how many mails a mail server has taken
     */
    public int deliverDue() {
        if (!server.worthTrying()) {
            return 0;
        }
        int sent = 0;
        try (SmtpServer.Connection connection = server.connection()) {
            List<QueuedMail> batch;
            do {
                Instant until = clock.instant().plus(outbox.claim()).truncatedTo(ChronoUnit.MILLIS);
                batch = stopped ? List.of() : rows.claim(BATCH, until);
                sent += deliver(gate.passing(batch, until), connection, until);
            } while (!batch.isEmpty() && connection.usable());
        }
        return sent;
    }

    private int deliver(List<QueuedMail> batch, SmtpServer.Connection connection, Instant until) {
        int sent = 0;
        Iterator<QueuedMail> mails = batch.iterator();
        while (mails.hasNext() && connection.usable() && inTime(until)) {
            sent += deliver(mails.next(), until, connection) ? 1 : 0;
        }
        mails.forEachRemaining(mail -> rows.release(mail.id(), until));
        return sent;
    }

    /** A claim that is half over might run out while the server thinks; then somebody else may take the mail. */
    private boolean inTime(Instant until) {
        Duration left = Duration.between(clock.instant(), until);
        return !stopped && left.compareTo(outbox.claim().dividedBy(2)) > 0;
    }

    private boolean deliver(QueuedMail mail, Instant claim, SmtpServer.Connection connection) {
        Optional<String> relayId;
        try {
            connection.open();
            if (!rows.goesOn(mail.id(), claim)) {
                return false;
            }
            relayId = connection.send(mail, attachments.of(mail.id()));
        } catch (NotSentException failure) {
            record(mail, claim, failure.trouble());
            return false;
        }
        rows.sent(mail.id(), relayId);
        return true;
    }

    private void record(QueuedMail mail, Instant claim, Trouble trouble) {
        log.warn("Mail {} not sent: {} {}", mail.id(), trouble.kind(), trouble.detail());
        switch (trouble.kind()) {
            case UNREACHABLE, NOT_SAFE, SIGN_IN, ADDRESS_RETURNS -> rows.held(mail.id(), claim, trouble);
            case ADDRESS_REFUSED, UNREADABLE -> {
                rows.failed(mail.id(), claim, trouble, Optional.empty());
                returned.refused(mail, trouble);
            }
            case NOT_TAKEN ->
                rows.failed(mail.id(), claim, trouble, retries.next(mail.attempts() + 1, clock.instant()));
        }
    }

    void stop() {
        stopped = true;
    }

    void goOn() {
        stopped = false;
    }
}
