package dev.baton.outbox;

import static dev.baton.shared.Rows.at;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Those rows of {@code outbox_mail} that wait for something else than the mail server, and the digests they end in. */
@Component
class HeldRows {

    private static final String FREE = "(claimed_until is null or claimed_until <= :now)";

    private final JdbcClient jdbc;
    private final Clock clock;

    HeldRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void admit(Collection<Long> ids, Instant claim) {
        if (!ids.isEmpty()) {
            jdbc.sql("update outbox_mail set admitted_at = :now"
                            + " where id in (:ids) and state = 'queued' and claimed_until = :claim")
                    .param("now", at(clock.instant()))
                    .param("ids", ids)
                    .param("claim", at(claim))
                    .update();
        }
    }

    void later(long id, Instant claim, Instant from) {
        settle("due_at = :moment, claimed_until = null", id, claim, from);
    }

    void hold(long id, Instant claim, Instant from) {
        settle("state = 'held', due_at = :moment, claimed_until = null", id, claim, from);
    }

    void drop(long id, Instant claim) {
        settle("state = 'dropped', due_at = :moment, claimed_until = null", id, claim, clock.instant());
    }

    private void settle(String change, long id, Instant claim, Instant moment) {
        jdbc.sql("update outbox_mail set " + change + " where id = :id and state = 'queued' and claimed_until = :claim")
                .param("moment", at(moment))
                .param("id", id)
                .param("claim", at(claim))
                .update();
    }

    /**
     * What was not sent yet of the mails with these answer addresses will not be. A postman that has claimed one looks once
     * more before it sends it (see {@link OutboxRows#goesOn}).
     */
    void drop(RequestRef request, Collection<EmailAddress> answeredTo) {
        jdbc.sql("update outbox_mail set state = 'dropped', claimed_until = null where request = :request"
                        + " and state in ('queued', 'held') and reply_to in (:answeredTo)")
                .param("request", request.toString())
                .param(
                        "answeredTo",
                        answeredTo.stream().map(EmailAddress::value).toList())
                .update();
    }

    /** Everything that waits for a moment that suits these addresses is to be decided about anew. */
    void reconsider(Set<String> addresses) {
        jdbc.sql("update outbox_mail set state = 'queued', due_at = :now, claimed_until = null"
                        + " where recipient in (:addresses) and state in ('queued', 'held')"
                        + " and admitted_at is null and " + FREE)
                .param("addresses", addresses)
                .param("now", at(clock.instant()))
                .update();
    }

    /** Whose held mails are to be told now. */
    List<EmailAddress> readers(Instant now) {
        return jdbc.sql("select distinct recipient from outbox_mail where state = 'held' and due_at <= ?")
                .param(at(now))
                .query((row, number) -> EmailAddress.of(row.getString("recipient")))
                .list();
    }

    /** The mails held for these addresses, oldest first; they stay as they are until we are done with them. */
    List<QueuedMail> of(Set<String> addresses) {
        return jdbc.sql("select * from outbox_mail where state = 'held' and recipient in (:addresses)"
                        + " order by id for update")
                .param("addresses", addresses)
                .query(OutboxRows::mail)
                .list();
    }

    boolean hasDigest(EmailAddress reader, LocalDate day) {
        return jdbc.sql("select count(*) from outbox_digest where address = ? and on_day = ?")
                        .params(reader.value(), day)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** @throws DigestMadeElsewhere if this person has a digest of this day */
    void digest(EmailAddress reader, LocalDate day, long mail, Collection<RequestRef> about) {
        try {
            jdbc.sql("insert into outbox_digest (address, on_day, mail) values (?, ?, ?)")
                    .params(reader.value(), day, mail)
                    .update();
        } catch (DuplicateKeyException somebodyElse) {
            throw new DigestMadeElsewhere(somebodyElse);
        }
        about.forEach(request -> jdbc.sql("insert into outbox_digest_about (mail, request) values (?, ?)")
                .params(mail, request.toString())
                .update());
    }

    void toldIn(long digest, Collection<Long> mails) {
        if (!mails.isEmpty()) {
            jdbc.sql("update outbox_mail set state = 'digested', digest = :digest where id in (:mails)")
                    .param("digest", digest)
                    .param("mails", mails)
                    .update();
        }
    }

    void drop(Collection<Long> mails) {
        if (!mails.isEmpty()) {
            jdbc.sql("update outbox_mail set state = 'dropped' where id in (:mails)")
                    .param("mails", mails)
                    .update();
        }
    }

    void postpone(Set<String> addresses, Instant until) {
        jdbc.sql("update outbox_mail set due_at = :until where state = 'held' and recipient in (:addresses)")
                .param("until", at(until))
                .param("addresses", addresses)
                .update();
    }
}
