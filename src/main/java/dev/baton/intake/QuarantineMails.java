package dev.baton.intake;

import dev.baton.inbox.Ledger;
import dev.baton.inbox.LedgerFilter;
import dev.baton.inbox.LedgerLine;
import dev.baton.inbox.LedgerState;
import dev.baton.models.WorkflowOwners;
import dev.baton.outbox.Outbox;
import dev.baton.outbox.OutgoingMail;
import dev.baton.people.Moments;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import dev.baton.shared.BatonProperties;
import dev.baton.shared.Retried;
import dev.baton.shared.Rows;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells people what waits in quarantine: admins of all of it, owners of what was sent to their workflows. Once a day at
 * most, while the person works, and only if something waits.
 */
@Component
class QuarantineMails {

    /** A mail that waits. */
    record Waiting(String subject, String sender, String when, String reason, String url) {}

    /** What waits for one person. */
    record Quarantine(
            String personName,
            boolean one,
            int count,
            List<Waiting> mails,
            @Nullable String more,
            String ledgerUrl) {}

    private static final int MOST = 1_000;
    private static final int MOST_NAMED = 20;

    private final Ledger ledger;
    private final WorkflowOwners owners;
    private final People people;
    private final Outbox outbox;
    private final Moments moments;
    private final BatonProperties baton;
    private final Words words;
    private final JdbcClient jdbc;
    private final Retried retried;
    private final Clock clock;

    QuarantineMails(
            Ledger ledger,
            WorkflowOwners owners,
            People people,
            Outbox outbox,
            Moments moments,
            BatonProperties baton,
            Words words,
            JdbcClient jdbc,
            Retried retried,
            Clock clock) {
        this.ledger = ledger;
        this.owners = owners;
        this.people = people;
        this.outbox = outbox;
        this.moments = moments;
        this.baton = baton;
        this.words = words;
        this.jdbc = jdbc;
        this.retried = retried;
        this.clock = clock;
    }

    /** Tells everybody who works now and was not told today. */
    void tell() {
        List<LedgerLine> all =
                ledger.lines(LedgerFilter.in(LedgerState.QUARANTINED), 0, MOST).items();
        if (!all.isEmpty()) {
            people.all().stream()
                    .filter(person -> person.has(Role.OWNER))
                    .filter(person -> people.calendarOf(person.address()).isWorkingTime(clock.instant()))
                    .forEach(person -> tell(person, of(person, all)));
        }
    }

    private List<LedgerLine> of(Person person, List<LedgerLine> all) {
        if (person.has(Role.ADMIN)) {
            return all;
        }
        Set<String> own = owners.workflowsOf(person);
        return all.stream()
                .filter(line -> line.workflow() != null && own.contains(line.workflow()))
                .toList();
    }

    private void tell(Person person, List<LedgerLine> waiting) {
        if (!waiting.isEmpty()) {
            retried.run(() -> firstToday(person) ? queue(person, waiting) : 0L);
        }
    }

    private boolean firstToday(Person person) {
        LocalDate today = clock.instant().atZone(person.zone()).toLocalDate();
        List<?> key = Rows.values(person.address().value(), today);
        boolean told = jdbc.sql("select count(*) from quarantine_told where person = ? and told_on = ?")
                        .params(key)
                        .query(Integer.class)
                        .single()
                > 0;
        if (!told) {
            jdbc.sql("insert into quarantine_told (person, told_on) values (?, ?)")
                    .params(key)
                    .update();
        }
        return !told;
    }

    private long queue(Person person, List<LedgerLine> waiting) {
        return outbox.enqueue(OutgoingMail.to(person.address(), "quarantine", letter(person, waiting)))
                .id();
    }

    private Quarantine letter(Person person, List<LedgerLine> waiting) {
        int more = waiting.size() - MOST_NAMED;
        return new Quarantine(
                person.firstName(),
                waiting.size() == 1,
                waiting.size(),
                waiting.stream()
                        .limit(MOST_NAMED)
                        .map(line -> line(person, line))
                        .toList(),
                more > 0 ? words.sentence("quarantine.more", more) : null,
                baton.link("/ledger?state=" + LedgerState.QUARANTINED.word()).toString());
    }

    private Waiting line(Person person, LedgerLine line) {
        String subject = line.subject();
        String reason = line.reason();
        return new Waiting(
                subject == null || subject.isBlank()
                        ? words.sentence("quarantine.no-subject")
                        : Shortened.text(subject, Shortened.LINE),
                line.from() == null ? words.sentence("quarantine.no-sender") : line.from(),
                moments.full(line.receivedAt(), person.zone()),
                reason == null ? "" : reason,
                baton.link("/ledger/" + line.id()).toString());
    }
}
