package dev.baton.inbox;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.Page;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.unit.DataSize;

/**
 * The list of every mail that ever arrived and what became of it. Nothing is ever taken out of it, and the bytes of a mail
 * never change.
 */
@Component
public class Ledger {

    /** Characters of all mails on a page together. */
    private static final long MOST_SAID = 5_000_000;

    private final Arrivals arrivals;
    private final LedgerRows rows;
    private final LedgerLists lists;
    private final LargeMails large;
    private final DueSignal due;
    private final Reasons reasons;
    private final DataSize largest;
    private final Clock clock;

    Ledger(
            Arrivals arrivals,
            LedgerRows rows,
            LedgerLists lists,
            LargeMails large,
            DueSignal due,
            Reasons reasons,
            InboxProperties properties,
            Clock clock) {
        this.arrivals = arrivals;
        this.rows = rows;
        this.lists = lists;
        this.large = large;
        this.due = due;
        this.reasons = reasons;
        this.largest = properties.maxSize();
        this.clock = clock;
    }

    /**
     * Stores a mail and commits. The same bytes are one entry however often they come; then the entry is the first one.
     *
     * @param raw the mail as it came (RFC 5322), of any quality
     */
    public LedgerEntry accept(byte[] raw, Arrival arrival) {
        return kept(NewMail.whole(raw, arrival));
    }

    /**
     * Stores what is left of a mail that is larger than allowed: its headers. The entry is quarantined.
     *
     * @param size bytes of the whole mail
     */
    public LedgerEntry acceptHeaders(byte[] headers, long size, Arrival arrival) {
        return kept(tooLarge(headers, size, arrival));
    }

    NewMail tooLarge(byte[] headers, long size, Arrival arrival) {
        return NewMail.tooLarge(headers, size, arrival, reasons.tooLarge(size, largest));
    }

    /** Stores many mails in one transaction and commits. */
    void acceptAll(List<NewMail> mails) {
        arrivals.store(mails);
        due.raise();
    }

    private LedgerEntry kept(NewMail mail) {
        acceptAll(List.of(mail));
        return rows.byDigest(mail.digest())
                .orElseThrow(() -> new IllegalStateException("Mail " + mail.digest() + " was stored and is not there"));
    }

    /** The entry of that number. */
    public Optional<LedgerEntry> find(long id) {
        return rows.find(id);
    }

    /** The very bytes that arrived; of mails that were too large the headers. */
    public Optional<byte[]> raw(long id) {
        return rows.raw(id);
    }

    /** The same, fetched while they are read, however many they are; needs no closing. */
    public Optional<InputStream> content(long id) {
        return rows.content(id);
    }

    /** How often this entry's very bytes arrived. */
    public int arrivals(long id) {
        return rows.arrivals(id);
    }

    /** Where and when this entry's very bytes arrived, first to last. */
    public List<Arrival> arrivalsOf(long id) {
        return rows.arrivalsOf(id);
    }

    /**
     * The mail itself, read anew. Outside a transaction one that is large waits for other large ones; within one it does not,
     * since somebody may hold what this node may take while waiting for what the transaction holds.
     */
    public Optional<ReceivedMail> read(long id) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return rows.stored(id).map(MailReader::read);
        }
        return rows.size(id)
                .flatMap(size -> large.holding(size, () -> rows.stored(id).map(MailReader::read)));
    }

    /** What was understood of it when it was handled; nothing if there is no such entry. */
    public Optional<Understood> understood(long id) {
        return rows.understood(id);
    }

    /**
     * Entries, newest first. Senders choose how long their mails are, so a page also ends where its mails say too much.
     *
     * @param after 0 for the first page, then {@code next} of the page before
     * @param size most entries on the page
     */
    public Page<LedgerEntry> list(LedgerFilter filter, long after, int size) {
        List<LedgerEntry> entries = new ArrayList<>();
        Page<LedgerLine> lines = lines(filter, after, size);
        long said = 0;
        for (LedgerLine line : lines.items()) {
            if (said > MOST_SAID) {
                return new Page<>(
                        entries, String.valueOf(entries.get(entries.size() - 1).id()));
            }
            LedgerEntry entry = rows.find(line.id()).orElseThrow();
            entries.add(entry);
            said += entry.said();
        }
        return new Page<>(entries, lines.next());
    }

    /** The same without what the mails say, however long that is. */
    public Page<LedgerLine> lines(LedgerFilter filter, long after, int size) {
        return page(lists.lines(filter, before(after), size + 1), size, LedgerLine::id);
    }

    private static long before(long after) {
        return after <= 0 ? Long.MAX_VALUE : after;
    }

    private static <T> Page<T> page(List<T> found, int size, ToLongFunction<T> id) {
        boolean more = found.size() > size;
        List<T> items = more ? found.subList(0, size) : found;
        return new Page<>(items, more ? String.valueOf(id.applyAsLong(items.get(size - 1))) : null);
    }

    /** How many entries are in each state; every state is there. */
    public Map<LedgerState, Long> counts() {
        return counts(LedgerFilter.all());
    }

    /** How many of these are in each state, whatever state the filter asks for; every state is there. */
    public Map<LedgerState, Long> counts(LedgerFilter filter) {
        return lists.counts(filter);
    }

    /** How many of these there are; counts to {@code most} at most. */
    public int count(LedgerFilter filter, int most) {
        return lists.count(filter, most);
    }

    /**
     * How many mails this sender sent before one of theirs.
     *
     * @param since only those that arrived later
     * @param beforeId the entry that is asked about
     * @param most where counting may stop
     */
    public int countFrom(EmailAddress sender, Instant since, long beforeId, int most) {
        return rows.countFrom(sender, since, beforeId, most);
    }

    /**
     * The newest mails that this sender sent before this one, newest first. Entries that are worked through together with it
     * do not count as alike yet.
     *
     * @param most how many of them
     */
    public List<Earlier> earlierOf(ReceivedMail mail, int most) {
        return mail.sender().map(sender -> rows.earlierOf(mail, sender, most)).orElse(List.of());
    }

    /**
     * Reads an entry once more, as if it had just come. Only entries that nothing followed from can be: a request is not
     * opened twice.
     *
     * @return false if there is no such entry, it was opened, joined or answered, or a person has said what becomes of it
     */
    public boolean replay(long id) {
        boolean again = rows.replay(id, clock.instant());
        due.raise();
        return again;
    }

    /** The entry as it is now; nobody else changes it until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<LedgerEntry> hold(long id) {
        return rows.hold(id);
    }

    /**
     * Writes down what a person made of a mail, in place of what became of it before. The caller {@linkplain #hold holds}
     * the entry.
     *
     * @param workflow key of the workflow it belongs to now; null if to none
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(ReceivedMail mail, Disposition disposition, @Nullable String workflow) {
        rows.close(List.of(new ClosedMail(mail, new Disposition.Known(Disposition.BY_HAND, disposition), workflow)));
    }
}
