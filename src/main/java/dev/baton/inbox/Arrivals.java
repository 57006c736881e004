package dev.baton.inbox;

import dev.baton.shared.Rows;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes mails into the ledger, many in one transaction. Nodes that fetch the same mailbox may all write the same mail;
 * the unique keys let one of them, and the others look again and go on.
 */
@Component
class Arrivals {

    private static final Logger log = LoggerFactory.getLogger(Arrivals.class);
    private static final int TRIES = 5;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final RawParts rawParts;
    private final TransactionTemplate transaction;

    Arrivals(JdbcClient jdbc, JdbcTemplate batches, RawParts rawParts, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.rawParts = rawParts;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Stores all of them; when it returns they are committed. One that no database takes is stored with its bytes only. */
    void store(List<NewMail> mails) {
        if (mails.isEmpty() || storedTogether(mails)) {
            return;
        }
        for (NewMail mail : mails) {
            if (!storedTogether(List.of(mail))) {
                log.warn("Mail {} is stored without what was read from its headers", mail.digest());
                storeTogether(List.of(mail.unread()), known(List.of(mail)));
            }
        }
    }

    /**
     * Whether they are stored; if not, the database refuses one of them, or others wrote so many of them meanwhile that they
     * are better stored one by one.
     *
     * @throws DataAccessException if others were always quicker with a single mail, which says nothing against it
     */
    private boolean storedTogether(List<NewMail> mails) {
        for (int i = 1; true; i++) {
            try {
                storeTogether(mails, i == 1 ? Known.NOTHING : known(mails));
                return true;
            } catch (DuplicateKeyException | ConcurrencyFailureException some) {
                log.debug("Some of {} mails are in the ledger; looking which", mails.size());
                if (i == TRIES) {
                    if (mails.size() == 1) {
                        throw some;
                    }
                    return false;
                }
            } catch (DataIntegrityViolationException refused) {
                log.debug("The database refuses one of {} mails", mails.size(), refused);
                return false;
            }
        }
    }

    private void storeTogether(List<NewMail> mails, Known known) {
        Map<Fingerprint, NewMail> unknown = new LinkedHashMap<>();
        mails.stream()
                .filter(mail -> !known.ids.containsKey(mail.digest()))
                .forEach(mail -> unknown.putIfAbsent(mail.digest(), mail));
        transaction.executeWithoutResult(status -> {
            Map<Fingerprint, Long> ids = new HashMap<>(known.ids);
            ids.putAll(insertEntries(unknown.values(), known));
            rawParts.insert(unknown.values(), ids);
            insertArrivals(mails, ids, known);
        });
    }

    /**
     * What the ledger has of some mails.
     *
     * @param ids its entries of the same bytes
     * @param firsts its first entries of the same content
     * @param arrivals those that it has, without their time
     */
    private record Known(Map<Fingerprint, Long> ids, Map<Fingerprint, Fingerprint> firsts, Set<Arrival> arrivals) {

        /** Most mails are new, and the unique keys say so if one is not. */
        static final Known NOTHING = new Known(Map.of(), Map.of(), Set.of());
    }

    private Known known(List<NewMail> mails) {
        return new Known(
                ids(mails),
                firsts(mails),
                knownOf(mails.stream().map(NewMail::arrival).toList()));
    }

    /** The entries of those mails that the ledger has, by digest. */
    private Map<Fingerprint, Long> ids(List<NewMail> mails) {
        Map<Fingerprint, Long> ids = new HashMap<>();
        jdbc.sql("select digest, id from ledger where digest in (:digests)")
                .param("digests", bytes(mails.stream().map(NewMail::digest)))
                .query(row -> {
                    ids.put(Fingerprint.of(row.getBytes("digest")), row.getLong("id"));
                });
        return ids;
    }

    /** @return the ids of the entries, by digest */
    private Map<Fingerprint, Long> insertEntries(Collection<NewMail> mails, Known known) {
        Map<Fingerprint, Fingerprint> firstOf = new HashMap<>(known.firsts);
        List<Object[]> rows = new ArrayList<>();
        for (NewMail mail : mails) {
            Fingerprint content = mail.content();
            Fingerprint first = content == null ? null : firstOf.putIfAbsent(content, mail.digest());
            Object at = Objects.requireNonNull(Rows.at(mail.arrival().at()));
            rows.add(new Object[] {
                mail.digest().bytes(),
                first == null && content != null ? content.bytes() : null,
                first == null ? null : first.bytes(),
                mail.messageId(),
                mail.sender(),
                mail.subject(),
                mail.isComplete(),
                mail.size(),
                at,
                (mail.isComplete() ? LedgerState.RECEIVED : LedgerState.QUARANTINED).word(),
                mail.tooLarge(),
                at
            });
        }
        KeyHolder keys = new GeneratedKeyHolder();
        batches.batchUpdate(
                connection -> connection.prepareStatement("""
                        insert into ledger (digest, content, copy_of, message_id, sender, subject, complete, size,
                                            received_at, state, reason, next_attempt_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", new String[] {"id", "digest"}), new Values(rows), keys);
        Map<Fingerprint, Long> ids = new HashMap<>();
        for (Map<String, Object> key : keys.getKeyList()) {
            ids.put(Fingerprint.of((byte[]) value(key, "digest")), ((Number) value(key, "id")).longValue());
        }
        return ids;
    }

    private static Object value(Map<String, Object> key, String column) {
        return Objects.requireNonNull(key.get(column));
    }

    private record Values(List<Object[]> rows) implements BatchPreparedStatementSetter {

        @Override
        public void setValues(PreparedStatement statement, int row) throws SQLException {
            new ArgumentPreparedStatementSetter(rows.get(row)).setValues(statement);
        }

        @Override
        public int getBatchSize() {
            return rows.size();
        }
    }

    /** For each content that the ledger already has, the digest of its first entry. */
    private Map<Fingerprint, Fingerprint> firsts(List<NewMail> mails) {
        Map<Fingerprint, Fingerprint> firstOf = new HashMap<>();
        List<byte[]> contents = bytes(mails.stream().map(NewMail::content).filter(Objects::nonNull));
        if (!contents.isEmpty()) {
            jdbc.sql("select content, digest from ledger where content in (:contents)")
                    .param("contents", contents)
                    .query(row -> {
                        firstOf.put(Fingerprint.of(row.getBytes("content")), Fingerprint.of(row.getBytes("digest")));
                    });
        }
        return firstOf;
    }

    private static List<byte[]> bytes(Stream<Fingerprint> prints) {
        return prints.map(Fingerprint::bytes).toList();
    }

    private void insertArrivals(List<NewMail> mails, Map<Fingerprint, Long> ids, Known before) {
        Set<Arrival> known = new HashSet<>(before.arrivals);
        List<Object[]> rows = new ArrayList<>();
        for (NewMail mail : mails) {
            Arrival arrival = mail.arrival();
            if (arrival.uid() == null || known.add(arrival.timeless())) {
                rows.add(new Object[] {
                    ids.get(mail.digest()),
                    arrival.mailbox(),
                    arrival.uidValidity(),
                    arrival.uid(),
                    Rows.at(arrival.at())
                });
            }
        }
        batches.batchUpdate(
                "insert into ledger_arrival (ledger_id, mailbox, uid_validity, uid, arrived_at) values (?, ?, ?, ?, ?)",
                rows);
    }

    private Set<Arrival> knownOf(List<Arrival> arrivals) {
        Set<Arrival> known = new HashSet<>();
        List<Long> uids =
                arrivals.stream().map(Arrival::uid).filter(Objects::nonNull).toList();
        arrivals.stream()
                .filter(arrival -> arrival.uid() != null)
                .map(arrival -> new Mailbox(arrival.mailbox(), Objects.requireNonNull(arrival.uidValidity())))
                .distinct()
                .forEach(box -> known(box.name(), box.uidValidity(), Collections.min(uids), Collections.max(uids))
                        .forEach(uid -> known.add(Arrival.fetched(box.name(), box.uidValidity(), uid, Instant.EPOCH))));
        return known;
    }

    private record Mailbox(String name, long uidValidity) {}

    /** Of the UIDs from {@code low} to {@code high}, those that this mailbox has already brought us. */
    Set<Long> known(String mailbox, long uidValidity, long low, long high) {
        return new HashSet<>(jdbc.sql("""
                        select uid from ledger_arrival
                        where mailbox = ? and uid_validity = ? and uid between ? and ?""")
                .params(mailbox, uidValidity, low, high)
                .query(Long.class)
                .list());
    }
}
