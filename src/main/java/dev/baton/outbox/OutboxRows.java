package dev.baton.outbox;

import static dev.baton.shared.Rows.at;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.OncePerTransaction;
import dev.baton.shared.Page;
import dev.baton.shared.RequestRef;
import dev.baton.shared.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The table {@code outbox_mail}, which is the queue itself: a row waits while it is {@code queued}, and belongs to the
 * node that took it until {@code claimed_until} (docs/decisions/0005).
 */
@Component
class OutboxRows {

    private static final String MAIL = "select * from outbox_mail ";
    private static final String FREE =
            "state = 'queued' and due_at <= :now and (claimed_until is null or claimed_until <= :now) ";

    private final JdbcClient jdbc;
    private final Attachments attachments;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final OncePerTransaction<RequestRef, List<MessageId>> messageIds = new OncePerTransaction<>();

    OutboxRows(JdbcClient jdbc, Attachments attachments, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.attachments = attachments;
        this.events = events;
        this.clock = clock;
    }

    QueuedMail insert(WrittenMail mail, List<OutgoingAttachment> files) {
        Instant now = clock.instant();
        if (mail.request() != null) {
            messageIds.forget(mail.request());
        }
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into outbox_mail (message_id, recipient, reply_to, request, subject, body_text, body_html,
                            reference_ids, template, problem, kind, needed_by, state, queued_at, due_at, attempts)
                        values (:messageId, :to, :replyTo, :request, :subject, :text, :html,
                            :references, :template, :problem, :kind, :neededBy, 'queued', :now, :now, 0)""")
                .param("messageId", mail.messageId())
                .param("to", mail.to().value())
                .param("replyTo", mail.replyTo().value())
                .param("request", mail.request() == null ? null : mail.request().toString())
                .param("subject", mail.subject())
                .param("text", mail.text())
                .param("html", mail.html())
                .param("references", String.join(" ", mail.references()))
                .param("template", mail.template())
                .param("problem", mail.problem())
                .param("kind", mail.kind().word())
                .param("neededBy", at(mail.neededBy()))
                .param("now", at(now))
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKeyAs(Long.class));
        attachments.insert(id, files);
        QueuedMail queued = mail.queued(id, now);
        events.publishEvent(new MailQueued(queued));
        return queued;
    }

    Optional<QueuedMail> find(long id) {
        return jdbc.sql(MAIL + "where id = ?").param(id).query(OutboxRows::mail).optional();
    }

    Optional<QueuedMail> byMessageId(String messageId) {
        return jdbc.sql(MAIL + "where message_id = ?")
                .param(messageId)
                .query(OutboxRows::mail)
                .optional();
    }

    /** What a mail server sent under its own name (see {@link RelayId}). */
    Optional<QueuedMail> byRelayId(String relayId) {
        return jdbc.sql(MAIL + "where relay_id = ? order by id desc fetch first 1 rows only")
                .param(relayId)
                .query(OutboxRows::mail)
                .optional();
    }

    List<QueuedMail> of(RequestRef request) {
        return jdbc.sql(MAIL + "where request = ? order by id")
                .param(request.toString())
                .query(OutboxRows::mail)
                .list();
    }

    Set<String> templatesTo(EmailAddress address, RequestRef request) {
        return jdbc.sql("select distinct template from outbox_mail where request = ? and recipient in (?, ?)")
                .params(request.toString(), address.value(), address.untagged().value())
                .query(String.class)
                .set();
    }

    List<MessageId> messageIds(RequestRef request) {
        return messageIds.get(request, () -> newestMessageIds(request));
    }

    private List<MessageId> newestMessageIds(RequestRef request) {
        return jdbc.sql("""
                        select message_id, queued_at from (
                            select id, message_id, queued_at from outbox_mail where request = ?
                            order by id desc fetch first %d rows only) as newest
                        order by id""".formatted(MessageId.MOST_REFERRED_TO))
                .param(request.toString())
                .query((row, number) -> new MessageId(row.getString("message_id"), Rows.instant(row, "queued_at")))
                .list();
    }

    Page<QueuedMail> list(@Nullable MailState state, @Nullable String after, int size) {
        int rows = Math.min(200, Math.max(1, size));
        List<QueuedMail> found = jdbc.sql(MAIL + "where id < :before "
                        + (state == null ? "" : "and state = :state ")
                        + "order by id desc fetch first :rows rows only")
                .param("before", after == null ? Long.MAX_VALUE : Long.parseLong(after))
                .param("state", state == null ? "" : state.word())
                .param("rows", rows + 1)
                .query(OutboxRows::mail)
                .list();
        boolean more = found.size() > rows;
        List<QueuedMail> items = more ? found.subList(0, rows) : found;
        return new Page<>(
                List.copyOf(items),
                more ? String.valueOf(items.get(items.size() - 1).id()) : null);
    }

    int count(MailState state) {
        return jdbc.sql("select count(*) from outbox_mail where state = ?")
                .param(state.word())
                .query(Integer.class)
                .single();
    }

    void retry(long id) {
        Instant now = clock.instant();
        jdbc.sql("""
                        update outbox_mail
                        set state = 'queued', due_at = :now, admitted_at = coalesce(admitted_at, :now),
                            attempts = case when state = 'dead' then 0 else attempts end
                        where id = :id and state in ('queued', 'dead', 'held')""").param("now", at(now)).param("id", id).update();
    }

    /**
     * Takes up to {@code most} due mails that nobody has, oldest first, for this node until the given time. They are looked
     * for first and locked then: in one step H2 locks, sorts and keeps all that is due, not only the first of it.
     *
     * @param until whole milliseconds, since it is what the mails are given back by
     * @return fewer, or none, also if others were taking just these; they go on with the rest
     */
    @Transactional
    List<QueuedMail> claim(int most, Instant until) {
        Instant now = clock.instant();
        List<Long> due = jdbc.sql("select id from outbox_mail where " + FREE + """
                        order by state, due_at, id fetch first :most rows only""") // in the order of the index
                .param("now", at(now))
                .param("most", most)
                .query(Long.class)
                .list();
        if (due.isEmpty()) {
            return List.of();
        }
        List<QueuedMail> taken = jdbc.sql(
                        MAIL + "where id in (:ids) and " + FREE + "order by due_at, id for update skip locked")
                .param("ids", due)
                .param("now", at(now))
                .query(OutboxRows::mail)
                .list();
        if (!taken.isEmpty()) {
            jdbc.sql("update outbox_mail set claimed_until = :until where id in (:ids)")
                    .param("until", at(until))
                    .param("ids", taken.stream().map(QueuedMail::id).toList())
                    .update();
        }
        return taken;
    }

    /** Whether a claimed mail is still to be sent: nobody dropped it, and nobody else has it by now. */
    boolean goesOn(long id, Instant claim) {
        return jdbc.sql("select count(*) from outbox_mail where id = ? and state = 'queued' and claimed_until = ?")
                        .param(id)
                        .param(at(claim))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Transactional
    void sent(long id, Optional<String> relayId) {
        jdbc.sql("""
                        update outbox_mail set state = 'sent', sent_at = :now, claimed_until = null, relay_id = :relay
                        where id = :id""")
                .param("now", at(clock.instant()))
                .param("relay", relayId.orElse(null))
                .param("id", id)
                .update();
        events.publishEvent(new MailSent(id));
    }

    void countAsSent(Collection<Long> ids) {
        for (long id : ids) {
            int counted = jdbc.sql("update outbox_mail set state = 'sent', sent_at = queued_at"
                            + " where state not in ('sent', 'dead') and id = ?")
                    .param(id)
                    .update();
            if (counted > 0) {
                events.publishEvent(new MailSent(id));
            }
        }
    }

    /** Gives the mail back, unsent and untried, unless the claim ran out and somebody else has it. */
    void release(long id, Instant claim) {
        jdbc.sql("update outbox_mail set claimed_until = null where id = ? and state = 'queued' and claimed_until = ?")
                .param(id)
                .param(at(claim))
                .update();
    }

    /** The same with a reason that is not the mail's own: the try does not count. */
    void held(long id, Instant claim, Trouble trouble) {
        jdbc.sql("""
                        update outbox_mail set claimed_until = null, trouble = ?, trouble_detail = ?
                        where id = ? and state = 'queued' and claimed_until = ?""")
                .params(trouble.kind().name(), trouble.detail(), id)
                .param(at(claim))
                .update();
    }

    /** Counts a try that failed, unless somebody else has the mail by now; without a next one the mail is dead. */
    void failed(long id, Instant claim, Trouble trouble, Optional<Instant> next) {
        jdbc.sql("""
                        update outbox_mail set state = :state, due_at = coalesce(:next, due_at), attempts = attempts + 1,
                            claimed_until = null, trouble = :trouble, trouble_detail = :detail
                        where id = :id and state = 'queued' and claimed_until = :claim""")
                .param("claim", at(claim))
                .param("state", (next.isPresent() ? MailState.QUEUED : MailState.DEAD).word())
                .param("next", next.map(Rows::at).orElse(null))
                .param("trouble", trouble.kind().name())
                .param("detail", trouble.detail())
                .param("id", id)
                .update();
    }

    static QueuedMail mail(ResultSet row, int number) throws SQLException {
        String request = row.getString("request");
        String trouble = row.getString("trouble");
        String references = row.getString("reference_ids");
        return new QueuedMail(
                row.getLong("id"),
                row.getString("message_id"),
                EmailAddress.of(row.getString("recipient")),
                EmailAddress.of(row.getString("reply_to")),
                request == null ? null : RequestRef.of(request),
                row.getString("subject"),
                row.getString("body_text"),
                row.getString("body_html"),
                references.isEmpty() ? List.of() : Arrays.asList(references.split(" ")),
                row.getString("template"),
                row.getString("problem"),
                MailState.of(row.getString("state")),
                Rows.instant(row, "queued_at"),
                Rows.instant(row, "due_at"),
                Rows.instantOrNull(row, "sent_at"),
                row.getInt("attempts"),
                MailKind.ofWord(row.getString("kind")),
                Rows.instantOrNull(row, "needed_by"),
                Rows.instantOrNull(row, "admitted_at"),
                trouble == null ? null : new Trouble(Trouble.Kind.valueOf(trouble), row.getString("trouble_detail")));
    }
}
