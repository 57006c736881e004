package dev.baton.outbox;

import static dev.baton.shared.Rows.at;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.OncePerTransaction;
import dev.baton.shared.RequestRef;
import dev.baton.shared.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mails of ours that came back, and the addresses that are marked because of it (docs/decisions/0022): at once where
 * nobody is there, and after three mails in a week that could not be delivered for another reason.
 */
@Component
public class ReturnedMails {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final int SOFT_IN_A_WEEK = 3;
    /** Whoever asks for a link to sign in with knows that the address works. */
    private static final String ALWAYS_SENT = "sign-in";

    private static final Pattern STATUS = Pattern.compile("(?<![\\d.])5\\.\\d{1,3}\\.\\d{1,3}(?![\\d.])");
    /** Of all refusals those that speak of the address and not of us (RFC 3463 §3.2). */
    private static final Pattern NOBODY_THERE = Pattern.compile(
            "(?<![\\d.])5\\.1\\.(?:0|1|2|3|6|10)(?![\\d.])|no such (?:user|mailbox|address)|user unknown|unknown user|does(?: not|n't) exist",
            Pattern.CASE_INSENSITIVE);

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final OncePerTransaction<EmailAddress, Optional<Undeliverable>> known = new OncePerTransaction<>();

    ReturnedMails(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes down that a mail came back from the address it was sent to. The caller makes sure that it really did: anybody
     * can write that it did.
     *
     * @param hard whether nobody is at that address
     * @param status the enhanced status code (RFC 3463), if one is given
     * @return whether the address is marked now
     */
    @Transactional
    public boolean returned(QueuedMail mail, boolean hard, @Nullable String status, String diagnostic) {
        String words = OneLine.of(diagnostic, 500);
        boolean first = note(mail, hard, status, words);
        boolean bad = hard || softOnes(mail.to()) >= SOFT_IN_A_WEEK;
        if (first && bad) {
            events.publishEvent(new MailReturned(mail, mark(mail, status, words)));
        }
        return bad;
    }

    /** Our own mail server did not take the mail for this address. If it says that nobody is there, that is as good as a report. */
    @Transactional
    void refused(QueuedMail mail, Trouble trouble) {
        Matcher status = STATUS.matcher(trouble.detail());
        boolean nobody = NOBODY_THERE.matcher(trouble.detail()).find();
        if (trouble.kind() == Trouble.Kind.ADDRESS_REFUSED && nobody) {
            returned(mail, true, status.find() ? status.group() : null, trouble.detail());
        }
    }

    private boolean note(QueuedMail mail, boolean hard, @Nullable String status, String diagnostic) {
        boolean known = jdbc.sql("select count(*) from outbox_return where mail = ? and hard = ?")
                        .params(mail.id(), hard)
                        .query(Integer.class)
                        .single()
                > 0;
        if (!known) {
            jdbc.sql("""
                            insert into outbox_return (mail, address, at, hard, status, diagnostic)
                            values (?, ?, ?, ?, ?, ?)""")
                    .params(Rows.values(mail.id(), mail.to().value(), clock.instant(), hard, status, diagnostic))
                    .update();
        }
        return !known;
    }

    private int softOnes(EmailAddress address) {
        return jdbc.sql("select count(*) from outbox_return where address = ? and at > ? and hard = false")
                .params(Rows.values(address.value(), clock.instant().minus(WEEK)))
                .query(Integer.class)
                .single();
    }

    private Undeliverable mark(QueuedMail mail, @Nullable String status, String diagnostic) {
        Instant now = clock.instant();
        jdbc.sql("delete from outbox_undeliverable where address = ?")
                .param(mail.to().value())
                .update();
        jdbc.sql("""
                        insert into outbox_undeliverable (address, since, until, status, diagnostic, mail)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(Rows.values(mail.to().value(), now, now.plus(WEEK), status, diagnostic, mail.id()))
                .update();
        known.forget(mail.to());
        return new Undeliverable(mail.to(), now, now.plus(WEEK), status, diagnostic);
    }

    /** The mark of this address, while it holds. */
    public Optional<Undeliverable> mark(EmailAddress address) {
        return known.get(
                address,
                () -> jdbc.sql("select * from outbox_undeliverable where address = ? and until > ?")
                        .params(Rows.values(address.value(), clock.instant()))
                        .query(ReturnedMails::row)
                        .optional());
    }

    /** Every address that is marked now, the newest mark first. */
    public List<Undeliverable> marks() {
        return jdbc.sql("select * from outbox_undeliverable where until > ? order by since desc, address")
                .param(at(clock.instant()))
                .query(ReturnedMails::row)
                .list();
    }

    /** Those of them that mails of this request went to or wait for. */
    public List<Undeliverable> marks(RequestRef request) {
        return jdbc.sql("""
                        select * from outbox_undeliverable where until > ? and address in
                            (select recipient from outbox_mail where request = ?) order by address""")
                .params(Rows.values(clock.instant(), request.toString()))
                .query(ReturnedMails::row)
                .list();
    }

    /** The address works again: its mark is taken off, and what waits for it is due now. */
    @Transactional
    void lift(EmailAddress address) {
        jdbc.sql("delete from outbox_undeliverable where address = ?")
                .param(address.value())
                .update();
        jdbc.sql("""
                        update outbox_mail set due_at = ?, trouble = null, trouble_detail = null
                        where recipient = ? and state = 'queued' and trouble = ?""")
                .params(Rows.values(clock.instant(), address.value(), Trouble.Kind.ADDRESS_RETURNS.name()))
                .update();
        known.forget(address);
    }

    /** Lets a mail to a marked address wait until the mark ends. */
    void holdBack(QueuedMail mail) {
        if (mail.template().equals(ALWAYS_SENT)) {
            return;
        }
        mark(mail.to()).ifPresent(mark -> {
            jdbc.sql("update outbox_mail set due_at = ?, trouble = ?, trouble_detail = ? where id = ?")
                    .params(Rows.values(
                            mark.until(), Trouble.Kind.ADDRESS_RETURNS.name(), mark.diagnostic(), mail.id()))
                    .update();
            events.publishEvent(new MailReturned(mail, mark));
        });
    }

    private static Undeliverable row(ResultSet row, int number) throws SQLException {
        return new Undeliverable(
                EmailAddress.of(row.getString("address")),
                Rows.instant(row, "since"),
                Rows.instant(row, "until"),
                row.getString("status"),
                row.getString("diagnostic"));
    }
}
