package dev.baton.inbox;

import dev.baton.inbox.OpenMailbox.Content;
import dev.baton.inbox.OpenMailbox.Overview;
import dev.baton.shared.FailurePath;
import jakarta.mail.FolderClosedException;
import jakarta.mail.MessagingException;
import jakarta.mail.StoreClosedException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what one mailbox has and the ledger has not. For each batch: bytes and ledger rows are committed, some at a time,
 * while the next batch is fetched; then the batch is flagged in one command. What is new is told by comparing UIDs with the ledger; flags only tell people and save nothing
 * from being fetched, so that it does not matter who changes them.
 */
class Fetch {

    private static final Logger log = LoggerFactory.getLogger(Fetch.class);
    private static final int OVERVIEW = 5_000;
    private static final int SMALLER = 10;
    private static final int BATCH = 1_000;

    /** There are up to three batches in memory: as the server sent it, as it is handed over, and being written. */
    private static final long BATCH_BYTES = 4L * 1024 * 1024;

    private final Ledger ledger;
    private final Keeping keeping;
    private final Arrivals arrivals;
    private final LargeMails large;
    private final Clock clock;
    private final long maxSize;
    /** Messages whose fetch failed. They are fetched one by one, after all others, the worst ones last and ever more rarely. */
    private final Map<Long, Suspect> troubled = new ConcurrentHashMap<>();

    private long validity;
    private int portion = OVERVIEW;
    private List<Overview> written = List.of();
    private Runnable progress = () -> {};
    private volatile @Nullable String unflaggable;

    Fetch(Ledger ledger, Arrivals arrivals, LargeMails large, InboxProperties properties, Clock clock) {
        this.ledger = ledger;
        this.keeping = new Keeping(ledger);
        this.arrivals = arrivals;
        this.large = large;
        this.clock = clock;
        this.maxSize = properties.maxSize().toBytes();
    }

    /** Fetches everything from this UID on that the folder holds. */
    long from(long uid, OpenMailbox mailbox) throws MessagingException {
        return from(uid, Reach.EVERYTHING, mailbox);
    }

    /**
     * Fetches everything from this UID on that is ours.
     *
     * @return the UID to go on from next time
     */
    long from(long uid, Reach reach, OpenMailbox mailbox) throws MessagingException {
        return from(uid, reach, mailbox, () -> {});
    }

    /** @param stored told each time that some mails are safe in the ledger */
    long from(long uid, Reach reach, OpenMailbox mailbox, Runnable stored) throws MessagingException {
        progress = stored;
        List<Long> uids = reach.uidsFrom(uid, mailbox);
        forgetOthers(uid, uids, mailbox.uidValidity());
        Set<Long> late = new TreeSet<>(troubled.keySet());
        for (int start = 0; start < uids.size(); start += portion) {
            List<Long> some = uids.subList(start, Math.min(start + portion, uids.size()));
            late.addAll(some(some, mailbox));
        }
        Instant now = clock.instant();
        List<Long> due = late.stream()
                .filter(each -> !suspect(each).restsAt(now))
                .sorted(Comparator.comparing(each -> suspect(each).times()))
                .toList();
        for (long each : due) {
            alone(each, mailbox);
        }
        portion = OVERVIEW;
        return uids.isEmpty() ? uid : uids.get(uids.size() - 1) + 1;
    }

    private void forgetOthers(long from, List<Long> there, long validityNow) {
        if (validity != validityNow) {
            troubled.clear();
            validity = validityNow;
        }
        troubled.keySet().removeIf(gone -> gone >= from && Collections.binarySearch(there, gone) < 0);
    }

    private Suspect suspect(long uid) {
        return troubled.getOrDefault(uid, Suspect.NONE);
    }

    /** How many messages the server could not hand over, or the database could not take, last time. */
    int troubled() {
        return troubled.size();
    }

    /** Why the server does not take our marks; nothing if it does. Mail is taken all the same. */
    Optional<String> unflaggable() {
        return Optional.ofNullable(unflaggable);
    }

    /** @return those that are to be fetched one by one */
    private List<Long> some(List<Long> uids, OpenMailbox mailbox) throws MessagingException {
        long low = uids.get(0);
        long high = uids.get(uids.size() - 1);
        Set<Long> known = arrivals.known(mailbox.name(), validity, low, high);
        troubled.keySet().removeAll(known);
        // Nothing is asked about what is known and bears our mark, which after a reconnect is nearly all there is.
        Set<Long> unflagged = known.isEmpty() ? Set.of() : mailbox.unflagged(low, high);
        List<Long> asked = uids.stream()
                .filter(uid -> known.contains(uid) ? unflagged.contains(uid) : !troubled.containsKey(uid))
                .toList();
        List<Overview> messages = overview(asked, mailbox);
        flag(messages.stream().filter(message -> known.contains(message.uid())).toList(), mailbox);
        return storeNew(
                messages.stream()
                        .filter(message -> !known.contains(message.uid()))
                        .toList(),
                mailbox);
    }

    /** Some servers hang up over a single message that they cannot read: then ever smaller portions find it. */
    private List<Overview> overview(List<Long> uids, OpenMailbox mailbox) throws MessagingException {
        try {
            return uids.isEmpty() ? List.of() : mailbox.overview(uids);
        } catch (MessagingException | RuntimeException failure) {
            if (uids.size() == 1) {
                noteTrouble(uids);
            }
            portion = Math.max(1, uids.size() / SMALLER);
            throw failure;
        }
    }

    private List<Long> storeNew(List<Overview> messages, OpenMailbox mailbox) throws MessagingException {
        List<Long> late = new ArrayList<>();
        List<Overview> batch = new ArrayList<>();
        long bytes = 0;
        try {
            for (Overview message : messages) {
                if (message.size() >= Math.min(LargeMails.LARGE, maxSize + 1)) {
                    late.add(message.uid());
                    continue;
                }
                if (batch.size() == BATCH || (!batch.isEmpty() && bytes + message.size() > BATCH_BYTES)) {
                    store(batch, mailbox);
                    batch.clear();
                    bytes = 0;
                }
                batch.add(message);
                bytes += message.size();
            }
            store(batch, mailbox);
            flagStored(mailbox);
        } finally {
            keeping.end();
        }
        return late;
    }

    /** Fetches a batch while the one before it is being written, and begins to write it. */
    private void store(List<Overview> batch, OpenMailbox mailbox) throws MessagingException {
        if (batch.isEmpty()) {
            return;
        }
        List<Long> uids = batch.stream().map(Overview::uid).toList();
        noteTrouble(uids);
        List<NewMail> mails = mails(mailbox.messages(uids), mailbox);
        try {
            flagStored(mailbox);
        } catch (RuntimeException theOneBefore) {
            troubled.keySet().removeAll(uids);
            throw theOneBefore;
        }
        begin(mails, batch);
    }

    private Void storeOne(Overview message, OpenMailbox mailbox) throws MessagingException {
        List<Content> content = message.size() < LargeMails.LARGE
                ? mailbox.messages(List.of(message.uid()))
                : mailbox.large(message).stream().toList();
        begin(mails(content, mailbox), List.of(message));
        flagStored(mailbox);
        return null;
    }

    private List<NewMail> mails(List<Content> contents, OpenMailbox mailbox) {
        return contents.stream()
                .map(content -> NewMail.whole(content.bytes(), arrival(content.uid(), mailbox)))
                .toList();
    }

    private void begin(List<NewMail> mails, List<Overview> batch) {
        written = List.copyOf(batch);
        keeping.begin(mails);
    }

    /** Waits until what was begun is committed, and flags it. */
    private void flagStored(OpenMailbox mailbox) throws MessagingException {
        Set<Long> stored = keeping.done();
        if (!stored.isEmpty()) {
            troubled.keySet().removeAll(stored);
            progress.run();
        }
        flag(written.stream().filter(message -> stored.contains(message.uid())).toList(), mailbox);
    }

    /** A message by itself: large, too large, or one of a batch that failed. Its failure must not hold up the others. */
    private void alone(long uid, OpenMailbox mailbox) throws MessagingException {
        noteTrouble(List.of(uid));
        try {
            List<Overview> found = mailbox.overview(List.of(uid));
            for (Overview message : found) {
                if (message.size() > maxSize) {
                    storeHeaders(message, mailbox);
                } else {
                    large.holding(message.size(), () -> storeOne(message, mailbox));
                }
            }
            if (found.isEmpty()) {
                troubled.remove(uid);
            }
        } catch (FolderClosedException | StoreClosedException connectionLost) {
            throw connectionLost;
        } catch (MessagingException | RuntimeException unreadable) {
            log.warn(
                    "Message {} of {} cannot be fetched; trying again later: {}",
                    uid,
                    mailbox.name(),
                    new FailurePath(unreadable));
        }
    }

    /** It is not flagged: it stays on the server, unread, for a person to find. */
    private void storeHeaders(Overview message, OpenMailbox mailbox) throws MessagingException {
        for (Content headers : mailbox.headers(List.of(message.uid()))) {
            Arrival arrival = arrival(message.uid(), mailbox);
            ledger.acceptAll(List.of(ledger.tooLarge(headers.bytes(), message.size(), arrival)));
            troubled.remove(message.uid());
        }
    }

    /** Before it is tried, since a connection may be lost over it. */
    private void noteTrouble(Collection<Long> uids) {
        Instant now = clock.instant();
        uids.forEach(uid -> troubled.merge(uid, Suspect.NONE.once(now), (known, first) -> known.once(now)));
    }

    private Arrival arrival(long uid, OpenMailbox mailbox) {
        return Arrival.fetched(mailbox.name(), validity, uid, clock.instant());
    }

    private void flag(List<Overview> stored, OpenMailbox mailbox) throws MessagingException {
        List<Long> unflagged = stored.stream()
                .filter(message -> !message.flagged() && message.size() <= maxSize)
                .map(Overview::uid)
                .toList();
        if (!unflagged.isEmpty()) {
            unflaggable = mailbox.flag(unflagged).orElse(null);
        }
    }
}
