package dev.baton.requests;

import dev.baton.outbox.MessageId;
import dev.baton.outbox.Outbox;
import dev.baton.outbox.QueuedMail;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.OncePerTransaction;
import dev.baton.shared.RequestRef;
import dev.baton.shared.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All that was written about a request, both ways. What we wrote is the outbox's; what people wrote is kept here. */
@Component
public class Conversation {

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;
    private final OncePerTransaction<RequestRef, List<MessageId>> known = new OncePerTransaction<>();

    Conversation(JdbcClient jdbc, Outbox outbox, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.events = events;
    }

    /** Adds what a person wrote. */
    public void add(RequestRef request, IncomingMessage message) {
        add(request, message, false);
    }

    /** Adds what a person wrote for colleagues: the requester does not see it, unless they wrote it. */
    public void addAside(RequestRef request, IncomingMessage message) {
        add(request, message, true);
    }

    private void add(RequestRef request, IncomingMessage message, boolean aside) {
        known.forget(request);
        jdbc.sql("""
                        insert into message
                            (ref, author, name, body, cut, written_at, ledger_id, message_id, unproven, aside)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Rows.values(
                        request.toString(),
                        message.author().value(),
                        Texts.atMost(200, message.name()),
                        message.text(),
                        message.cut(),
                        message.writtenAt(),
                        message.ledgerId(),
                        key(message.messageId()),
                        message.unproven(),
                        aside))
                .update();
        events.publishEvent(new RequestEvent.Wrote(request, message.author(), message.text(), message.writtenAt()));
    }

    /** What of it the requester may read: what people wrote except what was written for colleagues. */
    public List<IncomingMessage> writtenFor(EmailAddress requester, RequestRef request) {
        return jdbc.sql("""
                        select * from message where ref = ? and moved_at is null and (aside = false or author = ?)
                        order by id""")
                .params(request.toString(), requester.value())
                .query(Conversation::message)
                .list();
    }

    /** What people wrote, oldest first; not what was moved away. */
    public List<IncomingMessage> written(RequestRef request) {
        return jdbc.sql("select * from message where ref = ? and moved_at is null order by id")
                .param(request.toString())
                .query(Conversation::message)
                .list();
    }

    /** Whether its author goes in circles, or said this very thing three times before in the last day. */
    boolean isRepeated(RequestRef request, IncomingMessage message) {
        return outbox.hasStoppedAnswering(message.author()) || wasSaidBefore(request, message);
    }

    private boolean wasSaidBefore(RequestRef request, IncomingMessage message) {
        Instant since = message.writtenAt().minus(Duration.ofDays(1));
        return jdbc
                        .sql("""
                        select body from message where ref = ? and author = ? and written_at > ?
                        order by id desc fetch first 20 rows only""")
                        .params(Rows.values(request.toString(), message.author().value(), since))
                        .query(String.class)
                        .list()
                        .stream()
                        .filter(message.text()::equals)
                        .count()
                > 3;
    }

    /** What people moved away from it, first moved first. */
    public List<MovedMessage> movedAway(RequestRef request) {
        return jdbc.sql("select * from message where ref = ? and moved_at is not null order by moved_at, id")
                .param(request.toString())
                .query(Conversation::moved)
                .list();
    }

    /**
     * Takes a mail out of the conversation; a line stays that says so.
     *
     * @param to the request it belongs to from now on; null if to none
     */
    void moveAway(RequestRef request, long ledgerId, @Nullable RequestRef to, EmailAddress by, Instant at) {
        known.forget(request);
        jdbc.sql("""
                        update message set moved_to = ?, moved_by = ?, moved_at = ?
                        where ref = ? and ledger_id = ? and moved_at is null""")
                .params(Rows.values(to == null ? null : to.toString(), by.value(), at, request.toString(), ledgerId))
                .update();
    }

    /** What stands in one request of the mail stands in another as well, as it is: a doubt of its author too. */
    public void takeAlong(RequestRef from, long ledgerId, RequestRef to) {
        known.forget(to);
        jdbc.sql("""
                        insert into message
                            (ref, author, name, body, cut, written_at, ledger_id, message_id, unproven, aside)
                        select cast(? as varchar(24)), author, name, body, cut, written_at, ledger_id, message_id,
                            unproven, aside
                        from message where ref = ? and ledger_id = ? and moved_at is null order by id""").params(to.toString(), from.toString(), ledgerId).update();
        jdbc.sql("select author, body, written_at from message where ref = ? and ledger_id = ? order by id")
                .params(to.toString(), ledgerId)
                .query(row -> {
                    events.publishEvent(new RequestEvent.Wrote(
                            to,
                            EmailAddress.of(row.getString("author")),
                            row.getString("body"),
                            Rows.instant(row, "written_at")));
                });
    }

    /** What somebody else said last that the reader may read, if anybody did; pictures without words do not count. */
    public Optional<IncomingMessage> lastByOthers(RequestRef request, EmailAddress reader) {
        return jdbc.sql("""
                        select * from message where ref = ? and author <> ? and trim(body) <> '' and moved_at is null
                        and (aside = false or not exists (
                            select 1 from request r where r.ref = message.ref and r.requester = ?))
                        order by id desc fetch first 1 rows only""")
                .params(request.toString(), reader.value(), reader.value())
                .query(Conversation::message)
                .optional();
    }

    private List<MessageId> newestMessageIds(RequestRef request) {
        return jdbc.sql("""
                        select message_id, written_at from (
                            select id, message_id, written_at from message
                            where ref = ? and message_id is not null and moved_at is null
                            order by id desc fetch first %d rows only) as newest
                        order by id""".formatted(MessageId.MOST_REFERRED_TO))
                .param(request.toString())
                .query((row, number) -> new MessageId(row.getString("message_id"), Rows.instant(row, "written_at")))
                .list();
    }

    /** The request that one of these Message-IDs belongs to; the first that is known decides. */
    public Optional<RequestRef> requestOf(List<String> messageIds) {
        return messageIds.stream().flatMap(id -> requestOf(id).stream()).findFirst();
    }

    /** The newest Message-IDs of the conversation, oldest of them first: what the next mail refers to. */
    public List<String> references(RequestRef request) {
        Stream<MessageId> in = known.get(request, () -> newestMessageIds(request)).stream();
        List<String> ids = Stream.concat(in, outbox.messageIds(request).stream())
                .sorted(Comparator.comparing(MessageId::at))
                .map(MessageId::id)
                .toList();
        return ids.subList(Math.max(0, ids.size() - MessageId.MOST_REFERRED_TO), ids.size());
    }

    private Optional<RequestRef> requestOf(String messageId) {
        Optional<RequestRef> inbound = jdbc.sql(
                        "select ref from message where message_id = ? and moved_at is null order by id fetch first 1 rows only")
                .param(key(messageId))
                .query(String.class)
                .optional()
                .map(RequestRef::of);
        return inbound.or(() -> outbox.byMessageId(messageId).map(QueuedMail::request));
    }

    private static @Nullable String key(@Nullable String messageId) {
        return messageId == null ? null : Texts.atMost(1000, messageId);
    }

    private static MovedMessage moved(ResultSet row, int number) throws SQLException {
        String to = row.getString("moved_to");
        return new MovedMessage(
                message(row, number),
                to == null ? null : RequestRef.of(to),
                EmailAddress.of(row.getString("moved_by")),
                Rows.instant(row, "moved_at"));
    }

    private static IncomingMessage message(ResultSet row, int number) throws SQLException {
        Long ledgerId = row.getObject("ledger_id", Long.class);
        return new IncomingMessage(
                EmailAddress.of(row.getString("author")),
                row.getString("name"),
                row.getString("body"),
                row.getString("cut"),
                Rows.instant(row, "written_at"),
                ledgerId,
                row.getString("message_id"),
                row.getBoolean("unproven"));
    }
}
