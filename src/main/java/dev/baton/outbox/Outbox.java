package dev.baton.outbox;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.Page;
import dev.baton.shared.RequestRef;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The queue of everything that leaves by mail. A mail is queued in the transaction of what causes it and sent after that
 * transaction's commit, never inside it; if the transaction is rolled back there was no mail.
 */
@Component
public class Outbox {

    private final MailWriter writer;
    private final OutboxRows rows;
    private final HeldRows held;
    private final ReturnedMails returned;
    private final Brake brake;
    private final Wake wake;

    Outbox(MailWriter writer, OutboxRows rows, HeldRows held, ReturnedMails returned, Brake brake, Wake wake) {
        this.writer = writer;
        this.rows = rows;
        this.held = held;
        this.returned = returned;
        this.brake = brake;
        this.wake = wake;
    }

    /**
     * Writes the mail and queues it. A template that is missing or broken does not stop the mail: its facts then go out
     * in a plain layout, and {@link QueuedMail#problem} says why.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException if there is no transaction to belong to
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public QueuedMail enqueue(OutgoingMail mail) {
        QueuedMail written = rows.insert(writer.write(mail), mail.attachments());
        returned.holdBack(written);
        wake.afterCommit();
        return written;
    }

    /** The mail with this number. */
    public Optional<QueuedMail> find(long id) {
        return rows.find(id);
    }

    /**
     * The mail of ours with this Message-ID (with angle brackets): what somebody's answer refers to. Also by the one that a
     * mail server gave it in place of ours.
     */
    public Optional<QueuedMail> byMessageId(String messageId) {
        return rows.byMessageId(messageId).or(() -> rows.byRelayId(RelayId.of(messageId)));
    }

    /** All mails of a request, oldest first. */
    public List<QueuedMail> of(RequestRef request) {
        return rows.of(request);
    }

    /** From which templates the mails of a request to this address were made, with or without a plus-tag. */
    public Set<String> templatesTo(EmailAddress address, RequestRef request) {
        return rows.templatesTo(address, request);
    }

    /**
     * Whether this address was answered so often lately, about this request or at all, that two machines may be answering
     * each other. Then the answer is not to be sent; it is said in the ledger, and to the owner once.
     *
     * @param template the answer that would be sent, one to something that led to nothing
     * @param request what it is about; null if it is about no request
     */
    public boolean repeats(EmailAddress to, String template, @Nullable RequestRef request) {
        return brake.stops(to, template, request);
    }

    /** When mails to this address were queued since then, newest first; the newest two hundred. */
    public List<Instant> queuedTo(EmailAddress address, Instant since) {
        return brake.queuedTo(address, since);
    }

    /** In the transaction at hand {@link #repeats} holds for this address: a machine is there that goes in circles. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void stopAnswering(EmailAddress address) {
        brake.pull(address);
    }

    /** Whether {@link #stopAnswering} was said of this address in the transaction at hand. */
    public boolean hasStoppedAnswering(EmailAddress address) {
        return brake.isPulled(address);
    }

    /** Whether {@link #repeats} kept an answer to this address back in the transaction at hand. */
    public boolean isSilentTowards(EmailAddress address) {
        return brake.silentTowards().contains(address);
    }

    /** The Message-IDs of the newest mails of a request, oldest first: as many as a mail refers to at most. */
    public List<MessageId> messageIds(RequestRef request) {
        return rows.messageIds(request);
    }

    /**
     * Mails, newest first.
     *
     * @param state only those in this state; all where it is null
     * @param after the {@code next} of the page before; from the newest where it is null
     * @param size rows of a page, 1 to 200
     * @throws IllegalArgumentException if {@code after} is not what a page gave
     */
    public Page<QueuedMail> list(@Nullable MailState state, @Nullable String after, int size) {
        return rows.list(state, after, size);
    }

    /**
     * What the mails with these answer addresses ask for is done or not wanted any more: those that were not sent yet will
     * not be.
     */
    @Transactional
    public void notNeeded(RequestRef request, Collection<EmailAddress> answeredTo) {
        if (!answeredTo.isEmpty()) {
            held.drop(request, answeredTo);
        }
    }

    /**
     * Gives a dead or waiting mail its next try now, with all its tries before it, whatever its reader chose and had today;
     * one that was sent or told in a digest stays so.
     */
    @Transactional
    public void retry(long id) {
        rows.retry(id);
        wake.afterCommit();
    }

    /**
     * These mails go to nobody: those that were not sent count as sent at the moment they were queued. For history that is
     * made up, whose mails are on record and would fill mailboxes today.
     */
    @Transactional
    public void countAsSent(Collection<Long> ids) {
        rows.countAsSent(ids);
    }

    /** Mails to this address are sent again, also those that waited because others came back. */
    @Transactional
    public void writeAgainTo(EmailAddress address) {
        returned.lift(address);
        wake.afterCommit();
    }

    /** How many mails wait to be sent. */
    public int queued() {
        return rows.count(MailState.QUEUED);
    }

    /** How many mails were given up and wait for a person. */
    public int deadLetters() {
        return rows.count(MailState.DEAD);
    }
}
