package dev.baton.inbox;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.baton.shared.Rows;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers of each mailbox when Baton first looked into it and which UID came next then, so that years of old mail do not
 * become requests (docs/decisions/0027). All messages from that UID on are taken. Of those before it, and of all messages
 * of a mailbox that was numbered anew (another UIDVALIDITY, RFC 3501 §2.3.1.1), those that reached the server late enough.
 */
@Component
class FirstLooks {

    private static final Logger log = LoggerFactory.getLogger(FirstLooks.class);
    private static final Duration COUNTED_AFTER = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final ObjectProvider<SchedulerClient> jobs;
    private final Clock clock;

    FirstLooks(JdbcClient jdbc, ObjectProvider<SchedulerClient> jobs, Clock clock) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** What of this folder is ours; at the first look it is written down. */
    Reach reach(Mailbox mailbox, OpenMailbox open) throws MessagingException {
        long validity = open.uidValidity();
        Optional<Look> known = look(mailbox, validity);
        if (known.isEmpty() && earliest(mailbox).isPresent()) {
            countSoon(mailbox);
        }
        Look look = known.isPresent() ? known.get() : first(mailbox, validity, open.nextUid());
        Reach reach = reach(since(mailbox, look), look.nextUid, open);
        if (known.isEmpty() && reach.left() > 0) {
            log.info(
                    "{} messages were in {} before Baton first looked and are not taken; baton.inbox.take-old-mail says which are",
                    reach.left(),
                    mailbox.inLedger());
        }
        return reach;
    }

    /** Where all messages were numbered anew, the reconciler counts as soon as they are fetched. */
    private void countSoon(Mailbox mailbox) {
        log.warn("All messages of {} have new numbers (another UIDVALIDITY)", mailbox.inLedger());
        SchedulerClient client = jobs.getIfAvailable();
        if (client != null) {
            try {
                client.reschedule(
                        TaskInstanceId.of(InboxJobs.RECONCILER, RecurringTask.INSTANCE),
                        clock.instant().plus(COUNTED_AFTER));
            } catch (TaskInstanceException countsAlready) {
                log.debug("The reconciler is at work or was not planned yet", countsAlready);
            }
        }
    }

    private static Reach reach(Instant since, long nextUid, OpenMailbox open) throws MessagingException {
        if (nextUid <= 1 || !since.isAfter(Instant.EPOCH)) {
            return Reach.EVERYTHING;
        }
        List<Long> before =
                open.uidsFrom(1).stream().filter(uid -> uid < nextUid).toList();
        if (before.isEmpty()) {
            return new Reach(nextUid, List.of(), 0);
        }
        Set<Long> late = new HashSet<>(open.arrivedSince(since, nextUid));
        List<Long> earlier = before.stream().filter(late::contains).toList();
        return new Reach(nextUid, earlier, before.size() - earlier.size());
    }

    /** What was numbered anew, or moved to another server, was looked into before: what came since then is ours. */
    private Instant since(Mailbox mailbox, Look look) {
        Instant earliest = earliest(mailbox).orElse(look.at);
        Instant since = mailbox.oldMail().since(earliest);
        return earliest.isBefore(look.at) && earliest.isBefore(since) ? earliest : since;
    }

    private Look first(Mailbox mailbox, long validity, long nextUid) {
        Look look = new Look(nextUid, clock.instant());
        try {
            jdbc.sql("""
                            insert into inbox_mailbox (mailbox, uid_validity, account, next_uid, first_look)
                            values (?, ?, ?, ?, ?)""")
                    .params(Rows.values(mailbox.inLedger(), validity, mailbox.account(), look.nextUid, look.at))
                    .update();
            return look;
        } catch (DuplicateKeyException anotherNodeLooked) {
            return look(mailbox, validity).orElseThrow(() -> anotherNodeLooked);
        }
    }

    private Optional<Look> look(Mailbox mailbox, long validity) {
        return jdbc.sql("select next_uid, first_look from inbox_mailbox where mailbox = ? and uid_validity = ?")
                .params(mailbox.inLedger(), validity)
                .query((row, number) -> new Look(row.getLong("next_uid"), Rows.instant(row, "first_look")))
                .optional();
    }

    private Optional<Instant> earliest(Mailbox mailbox) {
        return jdbc.sql("""
                        select first_look from inbox_mailbox where mailbox = ? or account = ?
                        order by first_look fetch first 1 rows only""")
                .params(mailbox.inLedger(), mailbox.account())
                .query((row, number) -> Rows.instant(row, "first_look"))
                .optional();
    }

    private record Look(long nextUid, Instant at) {}
}
