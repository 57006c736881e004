package dev.baton.outbox;

import dev.baton.people.People;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.Rows;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much mail people really got: what a mail server took, and what a digest spared them. No word of any mail. */
@Component
public class MailNumbers {

    private final JdbcClient jdbc;
    private final People people;

    MailNumbers(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /**
     * One person's mails of one week.
     *
     * @param monday the day the ISO week begins with (ISO 8601)
     * @param sent mails by kind, digests not among them
     * @param digests how many digests
     * @param spared mails that were told in a digest instead of being sent
     */
    public record Week(EmailAddress person, LocalDate monday, Map<MailKind, Integer> sent, int digests, int spared) {

        public Week {
            sent = Map.copyOf(sent);
        }

        /** Everything that came into the person's mailbox. */
        public int received() {
            return digests + sent.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    private record Key(EmailAddress person, LocalDate monday) {}

    /** What a week has so far. */
    private static final class Tally {

        private final Map<MailKind, Integer> sent = new EnumMap<>(MailKind.class);
        private int digests;
        private int spared;

        private void add(MailKind kind, boolean digest, boolean told) {
            if (told) {
                spared++;
            } else if (digest) {
                digests++;
            } else {
                sent.merge(kind, 1, Integer::sum);
            }
        }
    }

    /**
     * The weeks of everybody who got mail, by person and week. A mail told in a digest belongs to the week of the digest.
     *
     * @param from inclusive
     * @param to exclusive
     * @param zone where a week begins
     */
    public List<Week> perWeek(Instant from, Instant to, ZoneId zone) {
        Map<Key, Tally> weeks = new TreeMap<>(
                Comparator.comparing((Key key) -> key.person().value()).thenComparing(Key::monday));
        jdbc.sql("""
                        select m.recipient, m.kind, m.template, coalesce(d.sent_at, m.sent_at) as at, m.digest
                        from outbox_mail m left join outbox_mail d on d.id = m.digest
                        where (m.state = 'sent' and m.sent_at >= :from and m.sent_at < :to)
                            or (m.state = 'digested' and d.sent_at >= :from and d.sent_at < :to)""").param("from", Rows.at(from)).param("to", Rows.at(to)).query(row -> {
            EmailAddress person = people.personOrStranger(EmailAddress.of(row.getString("recipient")))
                    .address();
            weeks.computeIfAbsent(new Key(person, monday(Rows.instant(row, "at"), zone)), first -> new Tally())
                    .add(
                            MailKind.ofWord(row.getString("kind")),
                            row.getString("template").equals(Digest.TEMPLATE),
                            row.getObject("digest") != null);
        });
        return weeks.entrySet().stream()
                .map(week -> new Week(
                        week.getKey().person(),
                        week.getKey().monday(),
                        week.getValue().sent,
                        week.getValue().digests,
                        week.getValue().spared))
                .toList();
    }

    private static LocalDate monday(Instant moment, ZoneId zone) {
        return LocalDate.ofInstant(moment, zone).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
