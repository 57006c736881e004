package dev.baton.inbox;

import dev.baton.inbox.OpenMailbox.Content;
import dev.baton.inbox.OpenMailbox.Overview;
import jakarta.mail.FolderClosedException;
import jakarta.mail.MessagingException;
import jakarta.mail.StoreClosedException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what one mailbox has and the ledger has not. For each batch: bytes and ledger rows are committed, then the batch is
 * flagged in one command. What is new is told by comparing UIDs with the ledger; flags only tell people and save nothing
 * from being fetched, so that it does not matter who changes them.
 */
class Fetch {

    private static final Logger log = LoggerFactory.getLogger(Fetch.class);
    private static final int OVERVIEW = 5_000;
    private static final int BATCH = 1_000;
    private static final long BATCH_BYTES = 8L * 1024 * 1024;

    private final Ledger ledger;
    private final Arrivals arrivals;
    private final LargeMails large;
    private final Clock clock;
    private final long maxSize;
    /** How often each UID was in a fetch that failed. They are fetched one by one, after all others, the worst ones last. */
    private final Map<Long, Integer> troubled = new ConcurrentHashMap<>();

    private volatile @Nullable String unflaggable;

    Fetch(Ledger ledger, Arrivals arrivals, LargeMails large, InboxProperties properties, Clock clock) {
        this.ledger = ledger;
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
        List<Long> uids = reach.uidsFrom(uid, mailbox);
        troubled.keySet().removeIf(gone -> gone >= uid && Collections.binarySearch(uids, gone) < 0);
        long validity = mailbox.uidValidity();
        List<Overview> late = new ArrayList<>();
        for (int start = 0; start < uids.size(); start += OVERVIEW) {
            List<Long> some = uids.subList(start, Math.min(start + OVERVIEW, uids.size()));
            late.addAll(some(some, validity, mailbox));
        }
        late.sort(Comparator.comparing(message -> troubled.getOrDefault(message.uid(), 0)));
        for (Overview message : late) {
            alone(message, validity, mailbox);
        }
        if (!troubled.isEmpty()) {
            return Collections.min(troubled.keySet());
        }
        return uids.isEmpty() ? uid : uids.get(uids.size() - 1) + 1;
    }

    /** How many messages the server could not hand over, or the database could not take, last time. */
    int troubled() {
        return troubled.size();
    }

    /** Why the server does not take our marks; nothing if it does. Mail is taken all the same. */
    Optional<String> unflaggable() {
        return Optional.ofNullable(unflaggable);
    }

    private List<Overview> some(List<Long> uids, long validity, OpenMailbox mailbox) throws MessagingException {
        long low = uids.get(0);
        long high = uids.get(uids.size() - 1);
        Set<Long> known = arrivals.known(mailbox.name(), validity, low, high);
        // Nothing is asked about what is known and bears our mark, which after a reconnect is nearly all there is.
        Set<Long> unflagged = known.isEmpty() ? Set.of() : mailbox.unflagged(low, high);
        List<Long> asked = uids.stream()
                .filter(uid -> !known.contains(uid) || unflagged.contains(uid))
                .toList();
        List<Overview> messages = asked.isEmpty() ? List.of() : mailbox.overview(asked);
        flag(messages.stream().filter(message -> known.contains(message.uid())).toList(), mailbox);
        List<Overview> late = new ArrayList<>();
        List<Overview> batch = new ArrayList<>();
        long bytes = 0;
        for (Overview message : messages) {
            if (known.contains(message.uid())) {
                continue;
            }
            if (troubled.containsKey(message.uid()) || message.size() >= Math.min(LargeMails.LARGE, maxSize + 1)) {
                late.add(message);
                continue;
            }
            if (batch.size() == BATCH || (!batch.isEmpty() && bytes + message.size() > BATCH_BYTES)) {
                store(batch, validity, mailbox);
                batch.clear();
                bytes = 0;
            }
            batch.add(message);
            bytes += message.size();
        }
        store(batch, validity, mailbox);
        return late;
    }

    private void store(List<Overview> batch, long validity, OpenMailbox mailbox) throws MessagingException {
        if (batch.isEmpty()) {
            return;
        }
        List<Long> uids = batch.stream().map(Overview::uid).toList();
        noteTrouble(uids);
        keep(mailbox.messages(uids), batch, validity, mailbox);
    }

    private Void storeOne(Overview message, long validity, OpenMailbox mailbox) throws MessagingException {
        noteTrouble(List.of(message.uid()));
        List<Content> content = message.size() < LargeMails.LARGE
                ? mailbox.messages(List.of(message.uid()))
                : mailbox.large(message).stream().toList();
        keep(content, List.of(message), validity, mailbox);
        return null;
    }

    private void keep(List<Content> contents, List<Overview> batch, long validity, OpenMailbox mailbox)
            throws MessagingException {
        List<NewMail> mails = new ArrayList<>();
        for (Content content : contents) {
            mails.add(NewMail.whole(content.bytes(), arrival(content.uid(), validity, mailbox)));
        }
        ledger.acceptAll(mails);
        Set<Long> stored = mails.stream().map(mail -> mail.arrival().uid()).collect(Collectors.toSet());
        flag(batch.stream().filter(message -> stored.contains(message.uid())).toList(), mailbox);
        troubled.keySet().removeAll(stored);
    }

    /** A message by itself: large, too large, or one of a batch that failed. Its failure must not hold up the others. */
    private void alone(Overview message, long validity, OpenMailbox mailbox) throws MessagingException {
        try {
            if (message.size() > maxSize) {
                storeHeaders(message, validity, mailbox);
            } else {
                large.holding(message.size(), () -> storeOne(message, validity, mailbox));
            }
        } catch (FolderClosedException | StoreClosedException connectionLost) {
            throw connectionLost;
        } catch (MessagingException | RuntimeException unreadable) {
            log.warn(
                    "Message {} of {} cannot be fetched; trying again later",
                    message.uid(),
                    mailbox.name(),
                    unreadable);
        }
    }

    /** It is not flagged: it stays on the server, unread, for a person to find. */
    private void storeHeaders(Overview message, long validity, OpenMailbox mailbox) throws MessagingException {
        noteTrouble(List.of(message.uid()));
        for (Content headers : mailbox.headers(List.of(message.uid()))) {
            Arrival arrival = arrival(message.uid(), validity, mailbox);
            ledger.acceptAll(List.of(ledger.tooLarge(headers.bytes(), message.size(), arrival)));
            troubled.remove(message.uid());
        }
    }

    /** Before it is tried, since a connection may be lost over it. */
    private void noteTrouble(Collection<Long> uids) {
        uids.forEach(uid -> troubled.merge(uid, 1, Integer::sum));
    }

    private Arrival arrival(long uid, long validity, OpenMailbox mailbox) {
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
