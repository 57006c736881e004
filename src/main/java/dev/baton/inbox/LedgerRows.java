package dev.baton.inbox;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.shared.Rows;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads and changes the entries of the ledger. */
@Component
class LedgerRows {

    private static final int LONGEST_REASON = 2000;

    /** The column's length; two thousand files with names as long as can be may need more, and the raw mail has them. */
    private static final int LONGEST_FILES = 1_000_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final RawParts rawParts;
    private final EntryRow entries;
    private final JsonMapper json;
    private final Reasons reasons;

    LedgerRows(
            JdbcClient jdbc,
            JdbcTemplate batches,
            RawParts rawParts,
            EntryRow entries,
            JsonMapper json,
            Reasons reasons) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.rawParts = rawParts;
        this.entries = entries;
        this.json = json;
        this.reasons = reasons;
    }

    Optional<LedgerEntry> find(long id) {
        return jdbc.sql(EntryRow.SELECT + " where l.id = ?")
                .param(id)
                .query((row, number) -> entries.read(row))
                .optional();
    }

    Optional<LedgerEntry> byDigest(Fingerprint digest) {
        return jdbc.sql(EntryRow.SELECT + " where l.digest = ?")
                .param(digest.bytes())
                .query((row, number) -> entries.read(row))
                .optional();
    }

    Optional<byte[]> raw(long id) {
        return jdbc.sql("""
                        select l.id, l.size, l.complete, r.bytes
                        from ledger l join ledger_raw r on r.ledger_id = l.id and r.part = 0
                        where l.id = ?""").param(id).query((row, number) -> raw(row)).optional();
    }

    /** The same, fetched while they are read. */
    Optional<InputStream> content(long id) {
        return size(id).map(size -> rawParts.read(id));
    }

    /** Bytes of the whole mail when it arrived. */
    Optional<Long> size(long id) {
        return jdbc.sql("select size from ledger where id = ?")
                .param(id)
                .query(Long.class)
                .optional();
    }

    private byte[] raw(ResultSet row) throws SQLException {
        long likely = row.getBoolean("complete") ? row.getLong("size") : 0;
        return rawParts.whole(row.getLong("id"), row.getBytes("bytes"), likely);
    }

    /** How many earlier entries of this sender arrived since then; counts to {@code most} at most. */
    int countFrom(EmailAddress sender, Instant since, long beforeId, int most) {
        return jdbc.sql("""
                        select count(*) from (
                            select id from ledger
                            where sender = ? and received_at > ? and id < ?
                            fetch first ? rows only) as recent""")
                .params(sender.value(), at(since), beforeId, most)
                .query(Integer.class)
                .single();
    }

    /** When the newest earlier entries of this sender arrived, and whether they say the very same; newest first. */
    List<Earlier> earlierOf(ReceivedMail mail, EmailAddress sender, int newest) {
        return jdbc.sql("""
                        select l.received_at,
                               case when l.subject = ? and t.own_text = ? then 1 else 0 end as alike
                        from ledger l left join ledger_text t on t.ledger_id = l.id
                        where l.sender = ? and l.received_at <= ? and l.id < ?
                        order by l.sender desc, l.received_at desc fetch first ? rows only""") // in the order of the index
                .params(
                        Readable.text(mail.subject(), 1000),
                        Readable.text(mail.text(), ReadingLimits.STANDARD.text()),
                        sender.value(),
                        at(mail.receivedAt()),
                        mail.id(),
                        newest)
                .query((row, number) -> new Earlier(Rows.instant(row, "received_at"), row.getInt("alike") == 1))
                .list();
    }

    /** How often an entry's very bytes arrived. */
    int arrivals(long id) {
        return jdbc.sql("""
                        select count(*) from ledger_arrival where ledger_id = ?""").param(id).query(Integer.class).single();
    }

    /** The next entries that are to be worked through, by id. */
    List<DueMail> due(Instant now, long afterId, int most) {
        return jdbc.sql("""
                        select id, size from ledger
                        where state = 'received' and id > ? and next_attempt_at <= ?
                        order by state, id limit ?""") // in the order of the index
                .params(afterId, at(now), most)
                .query((row, number) -> new DueMail(row.getLong("id"), row.getLong("size")))
                .list();
    }

    /** Of these entries, those that are still to be worked through. */
    List<StoredMail> received(Collection<Long> ids) {
        return stored(ids, " and l.state = 'received'");
    }

    /** The mail of an entry, whatever became of it. */
    Optional<StoredMail> stored(long id) {
        return stored(List.of(id), "").stream().findFirst();
    }

    private List<StoredMail> stored(Collection<Long> ids, String condition) {
        return jdbc.sql("""
                        select l.id, r.bytes, l.received_at, l.size, l.complete, l.attempts,
                               first.id as first_id
                        from ledger l
                        join ledger_raw r on r.ledger_id = l.id and r.part = 0
                        left join ledger first on first.digest = l.copy_of
                        where l.id in (:ids)""" + condition + " order by l.id")
                .param("ids", ids)
                .query((row, number) -> new StoredMail(
                        row.getLong("id"),
                        raw(row),
                        Rows.instant(row, "received_at"),
                        row.getLong("size"),
                        row.getBoolean("complete"),
                        row.getInt("attempts"),
                        row.getObject("first_id", Long.class)))
                .list();
    }

    /** Takes these entries for this transaction, except those that another node has or that are not due any more. */
    Set<Long> lock(Collection<Long> ids, Instant now) {
        return jdbc.sql("""
                        select id from ledger where id in (:ids) and state = 'received' and next_attempt_at <= :now
                        for update skip locked""")
                .param("ids", ids)
                .param("now", at(now))
                .query(Long.class)
                .set();
    }

    /** Writes down what became of these mails. */
    void close(List<ClosedMail> done) {
        batches.batchUpdate(
                "update ledger set state = ?, reason = ?, request = ?, sign = ?, workflow = ? where id = ?",
                done.stream().map(LedgerRows::outcome).toList());
        // Those that were read before.
        batches.batchUpdate(
                "delete from ledger_text where ledger_id = ?",
                done.stream().map(closed -> new Object[] {closed.mail().id()}).toList());
        batches.batchUpdate(
                "insert into ledger_text (ledger_id, own_text, cut_text, attachments, notes) values (?, ?, ?, ?, ?)",
                done.stream().map(closed -> text(closed.mail())).toList());
    }

    private static @Nullable Object[] outcome(ClosedMail closed) {
        Disposition disposition = closed.disposition();
        RequestRef request = disposition.request();
        return new @Nullable Object[] {
            disposition.state().word(),
            Readable.textOrNull(disposition.reason(), LONGEST_REASON),
            request == null ? null : request.toString(),
            disposition.sign(),
            closed.workflow(),
            closed.mail().id()
        };
    }

    private Object[] text(ReceivedMail mail) {
        return new Object[] {
            mail.id(),
            Readable.text(mail.text(), ReadingLimits.STANDARD.text()),
            Readable.text(mail.cut(), ReadingLimits.STANDARD.text()),
            files(mail),
            json.writeValueAsString(reasons.of(mail.notes()))
        };
    }

    /** Nobody else changes the entry until the transaction ends; nothing if there is none. */
    Optional<LedgerEntry> hold(long id) {
        return jdbc.sql("select id from ledger where id = ? for update")
                .param(id)
                .query(Long.class)
                .optional()
                .flatMap(this::find);
    }

    /** What was understood of the mail when it was handled. */
    Optional<Understood> understood(long id) {
        return jdbc.sql("select sign, workflow from ledger where id = ?")
                .param(id)
                .query((row, number) -> new Understood(row.getString("sign"), row.getString("workflow")))
                .optional();
    }

    /** Where and when an entry's very bytes arrived, first to last. */
    List<Arrival> arrivalsOf(long id) {
        return jdbc.sql("""
                        select mailbox, uid_validity, uid, arrived_at from ledger_arrival
                        where ledger_id = ? order by id""")
                .param(id)
                .query((row, number) -> new Arrival(
                        row.getString("mailbox"),
                        row.getObject("uid_validity", Long.class),
                        row.getObject("uid", Long.class),
                        Rows.instant(row, "arrived_at")))
                .list();
    }

    /** Notes that an attempt failed; the entry is due again at {@code next}. */
    void postpone(long id, int attempts, String reason, Instant next) {
        jdbc.sql("""
                        update ledger set attempts = ?, reason = ?, next_attempt_at = ?
                        where id = ?""")
                .params(attempts, Readable.text(reason, LONGEST_REASON), at(next), id)
                .update();
    }

    /** Gives an entry up after its last attempt. */
    void quarantine(long id, int attempts, String reason) {
        jdbc.sql("update ledger set state = 'quarantined', attempts = ?, reason = ? where id = ?")
                .params(attempts, Readable.text(reason, LONGEST_REASON), id)
                .update();
    }

    /** Makes an entry due once more, unless that could do something twice, or a person has said what becomes of it. */
    boolean replay(long id, Instant now) {
        return jdbc.sql("""
                        update ledger set state = 'received', attempts = 0, next_attempt_at = ?, reason = null
                        where id = ? and state in ('received', 'ignored', 'quarantined')
                            and (sign is null or sign <> ?)""").params(at(now), id, Disposition.BY_HAND).update() > 0;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private String files(ReceivedMail mail) {
        List<AttachedFile> files = mail.attachments().stream()
                .map(attachment -> attachment.file().readable())
                .toList();
        String all = json.writeValueAsString(files);
        while (all.length() > LONGEST_FILES) {
            files = files.subList(0, files.size() / 2);
            all = json.writeValueAsString(files);
        }
        return all;
    }
}
