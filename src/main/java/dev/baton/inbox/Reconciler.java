package dev.baton.inbox;

import dev.baton.shared.FailurePath;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Counts after the fetchers: compares, over a connection of its own, the numbers that each mailbox has with those that the
 * ledger has, once this node's fetcher has looked through the whole of it. What is missing then is fetched once more; what
 * is missing still is an alarm (docs/decisions/0028).
 */
@Component
class Reconciler {

    private static final Logger log = LoggerFactory.getLogger(Reconciler.class);
    private static final int PORTION = 5_000;
    private static final int TURNS = 8;
    private static final int LONGEST_LINE = 300;

    /** What came just now is the fetcher's to bring. */
    private static final Duration SETTLED_AFTER = Duration.ofMinutes(10);

    private final WatchedMailboxes mailboxes;
    private final FirstLooks looks;
    private final Arrivals arrivals;
    private final Gaps gaps;
    private final Clock clock;

    Reconciler(WatchedMailboxes mailboxes, FirstLooks looks, Arrivals arrivals, Gaps gaps, Clock clock) {
        this.mailboxes = mailboxes;
        this.looks = looks;
        this.arrivals = arrivals;
        this.gaps = gaps;
        this.clock = clock;
    }

    /**
     * Compares all mailboxes. One that cannot be read is left out: that is in health already.
     *
     * @return false if there is one to come back to soon, since its mail is still being fetched
     */
    boolean compare() {
        boolean all = true;
        for (WatchedMailbox watched : mailboxes) {
            FetchStatus status = watched.status();
            if (status.atRest()) {
                compare(watched.mailbox());
            }
            all &= status.atRest() || status.trouble().isPresent();
        }
        return all;
    }

    private void compare(Mailbox mailbox) {
        MailServer server = mailboxes.server(mailbox);
        try {
            if (!missing(server).isEmpty()) {
                fetchAgain(server);
            }
            Missing left = missing(server);
            gaps.found(mailbox.inLedger(), left.validity, left.uids);
            if (!left.isEmpty()) {
                log.error(
                        "{} messages of {} are not in the ledger, UIDs {}",
                        left.uids.size(),
                        mailbox.inLedger(),
                        Readable.text(UidSet.of(left.uids), LONGEST_LINE));
            }
        } catch (MessagingException away) {
            log.info("{} cannot be compared with the ledger just now: {}", mailbox.inLedger(), away.getMessage());
        } finally {
            server.hangUp();
        }
    }

    /** Several times: what fails among many is tried in smaller portions, and at last by itself. */
    private void fetchAgain(MailServer server) {
        Fetch fetch = mailboxes.fetch();
        for (int turn = 0; turn < TURNS; turn++) {
            try (OpenMailbox open = server.open()) {
                Missing missing = missing(server.mailbox(), open);
                fetch.from(1, new Reach(open.nextUid(), missing.uids, 0), open);
                return;
            } catch (MessagingException | RuntimeException failure) {
                log.warn(
                        "What is missing of {} cannot be fetched: {}",
                        server.mailbox().inLedger(),
                        new FailurePath(failure));
            }
        }
    }

    private Missing missing(MailServer server) throws MessagingException {
        try (OpenMailbox open = server.open()) {
            return missing(server.mailbox(), open);
        }
    }

    private Missing missing(Mailbox mailbox, OpenMailbox open) throws MessagingException {
        long validity = open.uidValidity();
        List<Long> there = looks.reach(mailbox, open).uidsFrom(1, open);
        List<Long> missing = new ArrayList<>();
        for (int start = 0; start < there.size(); start += PORTION) {
            List<Long> some = there.subList(start, Math.min(start + PORTION, there.size()));
            Set<Long> known = arrivals.known(mailbox.inLedger(), validity, some.get(0), some.get(some.size() - 1));
            some.stream().filter(uid -> !known.contains(uid)).forEach(missing::add);
        }
        if (!missing.isEmpty()) {
            long below = missing.get(missing.size() - 1) + 1;
            missing.removeAll(new HashSet<>(open.arrivedSince(clock.instant().minus(SETTLED_AFTER), below)));
        }
        return new Missing(validity, missing);
    }

    private record Missing(long validity, List<Long> uids) {

        boolean isEmpty() {
            return uids.isEmpty();
        }
    }
}
