package dev.baton.outbox;

import dev.baton.people.People;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.Rows;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How much mail people really got: what a mail server took, and what a digest spared them. No word of any mail. What one
 * person got is for that person; for others there is {@link MailWeek}.
 */
@Component
public class MailNumbers {

    private static final String SENT = """
            select recipient, kind, template, count(*) as mails from outbox_mail
            where sent_at >= :from and sent_at < :to %s group by recipient, kind, template""";
    private static final String SPARED = """
            select told.recipient, count(*) as mails from outbox_mail digest join outbox_mail told on told.digest = digest.id
            where digest.sent_at >= :from and digest.sent_at < :to %s group by told.recipient""";

    private final JdbcClient jdbc;
    private final People people;
    private final Readers readers;
    private final Clock clock;

    MailNumbers(JdbcClient jdbc, People people, Readers readers, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.readers = readers;
        this.clock = clock;
    }

    /** The Monday of the week it is in this zone. */
    public LocalDate thisWeek(ZoneId zone) {
        return monday(LocalDate.ofInstant(clock.instant(), zone));
    }

    /** The Monday of that day's week. */
    public static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /**
     * What one person got in the week that begins with this Monday in this zone. A mail told in a digest belongs to the week
     * of the digest.
     */
    public PersonWeek of(EmailAddress person, LocalDate monday, ZoneId zone) {
        Reader reader = readers.of(person);
        return counted(monday, zone, reader.addresses()).getOrDefault(reader.address(), PersonWeek.NONE);
    }

    /** What all who got mail got in the week that begins with this Monday in this zone. */
    public MailWeek ofAll(LocalDate monday, ZoneId zone) {
        return MailWeek.of(monday, counted(monday, zone, Set.of()).values());
    }

    /** @param only these addresses; all where it is empty */
    private Map<EmailAddress, PersonWeek> counted(LocalDate monday, ZoneId zone, Set<String> only) {
        Map<EmailAddress, PersonWeek> weeks = new HashMap<>();
        week(SENT.formatted(only.isEmpty() ? "" : "and recipient in (:only)"), monday, zone, only)
                .query(row -> {
                    int mails = row.getInt("mails");
                    add(
                            weeks,
                            row.getString("recipient"),
                            row.getString("template").equals(Digest.TEMPLATE)
                                    ? PersonWeek.ofDigests(mails)
                                    : PersonWeek.ofMails(MailKind.ofWord(row.getString("kind")), mails));
                });
        week(SPARED.formatted(only.isEmpty() ? "" : "and told.recipient in (:only)"), monday, zone, only)
                .query(row -> {
                    add(weeks, row.getString("recipient"), PersonWeek.ofSpared(row.getInt("mails")));
                });
        return weeks;
    }

    private JdbcClient.StatementSpec week(String sql, LocalDate monday, ZoneId zone, Set<String> only) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql)
                .param("from", Rows.at(monday.atStartOfDay(zone).toInstant()))
                .param("to", Rows.at(monday.plusWeeks(1).atStartOfDay(zone).toInstant()));
        return only.isEmpty() ? statement : statement.param("only", only);
    }

    private void add(Map<EmailAddress, PersonWeek> weeks, String recipient, PersonWeek more) {
        EmailAddress person =
                people.personOrStranger(EmailAddress.of(recipient)).address();
        weeks.merge(person, more, PersonWeek::and);
    }
}
