package dev.baton.inbox;

import dev.baton.shared.Rows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What should be and is not: messages that are on a server and not in the ledger, and mails that nobody works through. */
@Component
class Gaps {

    private static final Duration TOLD_AGAIN_AFTER = Duration.ofDays(1);

    /** Longer than all attempts at one mail take. */
    private static final Duration STUCK_AFTER = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Gaps(JdbcClient jdbc, JdbcTemplate batches, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.events = events;
        this.clock = clock;
    }

    /** Writes down what is missing of a mailbox now; what was missing before and is not any more is forgotten. */
    @Transactional
    public void found(String mailbox, long validity, List<Long> uids) {
        Set<Long> known = new HashSet<>(jdbc.sql("select uid from inbox_missing where mailbox = ? and uid_validity = ?")
                .params(mailbox, validity)
                .query(Long.class)
                .list());
        Instant now = clock.instant();
        Set<Long> missing = new HashSet<>(uids);
        batches.batchUpdate(
                "insert into inbox_missing (mailbox, uid_validity, uid, noticed_at) values (?, ?, ?, ?)",
                missing.stream()
                        .filter(uid -> !known.contains(uid))
                        .map(uid -> new Object[] {mailbox, validity, uid, Objects.requireNonNull(Rows.at(now))})
                        .toList());
        batches.batchUpdate(
                "delete from inbox_missing where mailbox = ? and uid_validity = ? and uid = ?",
                known.stream()
                        .filter(uid -> !missing.contains(uid))
                        .map(uid -> new Object[] {mailbox, validity, uid})
                        .toList());
        jdbc.sql("delete from inbox_missing where mailbox = ? and uid_validity <> ?")
                .params(mailbox, validity)
                .update();
        if (!known.containsAll(uids)) {
            tell(mailbox, uids.size(), now);
        }
    }

    private void tell(String mailbox, int count, Instant now) {
        Optional<Instant> told = jdbc.sql("select told_at from inbox_missing_told where mailbox = ?")
                .param(mailbox)
                .query((row, number) -> Rows.instant(row, "told_at"))
                .optional();
        if (told.isPresent() && told.get().plus(TOLD_AGAIN_AFTER).isAfter(now)) {
            return;
        }
        jdbc.sql("delete from inbox_missing_told where mailbox = ?")
                .param(mailbox)
                .update();
        jdbc.sql("insert into inbox_missing_told (mailbox, told_at) values (?, ?)")
                .params(Rows.values(mailbox, now))
                .update();
        events.publishEvent(new MailsMissing(mailbox, count));
    }

    /** How many messages of this mailbox the ledger does not have. */
    int missing(String mailbox) {
        return jdbc.sql("select count(*) from inbox_missing where mailbox = ?")
                .param(mailbox)
                .query(Integer.class)
                .single();
    }

    /** How many entries of the ledger are still to be worked through although they have been there for an hour. */
    int stuck() {
        return jdbc.sql("select count(*) from ledger where state = 'received' and received_at < ?")
                .params(Rows.values(clock.instant().minus(STUCK_AFTER)))
                .query(Integer.class)
                .single();
    }
}
