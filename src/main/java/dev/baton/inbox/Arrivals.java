package dev.baton.inbox;

import dev.baton.shared.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private static final int TRIES = 4;

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
                storeTogether(List.of(mail.unread()));
            }
        }
    }

    private boolean storedTogether(List<NewMail> mails) {
        for (int i = 0; i < TRIES; i++) {
            try {
                storeTogether(mails);
                return true;
            } catch (DuplicateKeyException | ConcurrencyFailureException anotherNodeWasFaster) {
                log.debug("Another node stored some of {} mails first; looking again", mails.size());
            } catch (DataIntegrityViolationException refused) {
                log.debug("The database refuses one of {} mails", mails.size(), refused);
                return false;
            }
        }
        return false;
    }

    private void storeTogether(List<NewMail> mails) {
        transaction.executeWithoutResult(status -> {
            Collection<NewMail> unknown = unknown(mails);
            insertEntries(unknown);
            rawParts.insert(unknown);
            insertArrivals(mails);
        });
    }

    private Collection<NewMail> unknown(List<NewMail> mails) {
        Map<String, NewMail> byDigest = new LinkedHashMap<>();
        mails.forEach(mail -> byDigest.putIfAbsent(mail.digest(), mail));
        jdbc.sql("select digest from ledger where digest in (:digests)")
                .param("digests", byDigest.keySet())
                .query(String.class)
                .list()
                .forEach(byDigest::remove);
        return byDigest.values();
    }

    private void insertEntries(Collection<NewMail> mails) {
        Map<String, String> firstOf = firstsKnown(mails);
        List<Object[]> rows = new ArrayList<>();
        for (NewMail mail : mails) {
            String first = mail.content() == null ? null : firstOf.putIfAbsent(mail.content(), mail.digest());
            Object at = Objects.requireNonNull(Rows.at(mail.arrival().at()));
            rows.add(new Object[] {
                mail.digest(),
                first == null ? mail.content() : null,
                first,
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
        batches.batchUpdate("""
                insert into ledger (digest, content, copy_of, message_id, sender, subject, complete, size,
                                    received_at, state, reason, next_attempt_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows);
    }

    /** For each content that the ledger already has, the digest of its first entry. */
    private Map<String, String> firstsKnown(Collection<NewMail> mails) {
        Map<String, String> firstOf = new LinkedHashMap<>();
        List<String> contents =
                mails.stream().map(NewMail::content).filter(Objects::nonNull).toList();
        if (!contents.isEmpty()) {
            jdbc.sql("select content, digest from ledger where content in (:contents)")
                    .param("contents", contents)
                    .query(row -> {
                        firstOf.put(row.getString("content"), row.getString("digest"));
                    });
        }
        return firstOf;
    }

    private void insertArrivals(List<NewMail> mails) {
        Set<Arrival> known = knownOf(mails.stream().map(NewMail::arrival).toList());
        List<Object[]> rows = new ArrayList<>();
        for (NewMail mail : mails) {
            Arrival arrival = mail.arrival();
            if (arrival.uid() == null || known.add(arrival.timeless())) {
                rows.add(new Object[] {
                    mail.digest(), arrival.mailbox(), arrival.uidValidity(), arrival.uid(), Rows.at(arrival.at())
                });
            }
        }
        batches.batchUpdate(
                "insert into ledger_arrival (digest, mailbox, uid_validity, uid, arrived_at) values (?, ?, ?, ?, ?)",
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
