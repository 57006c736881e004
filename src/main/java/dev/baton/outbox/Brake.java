package dev.baton.outbox;

import static dev.baton.shared.Rows.at;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.OncePerTransaction;
import dev.baton.shared.RequestRef;
import dev.baton.shared.Rows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The last line against loops (docs/decisions/0022): counts what was answered to an address that led to nothing. Over the
 * limit of a window Baton is silent towards that address until the window has passed. Counted is what the queue holds, so
 * every node counts the same.
 */
@Component
class Brake {

    /** A question back, and its like. Receipts, tasks and what somebody asked for are not counted. */
    private static final Set<String> ANSWERS = Set.of(
            "ask-again",
            "not-yours",
            "unknown-reference",
            "refused",
            "which-task",
            "confirm-answer",
            "confirm-reply",
            "answer-back");

    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_LOOKED_AT = 500;

    /** At most so many in that time. */
    private record Window(Duration length, int most) {

        boolean isFull(List<Instant> times, Instant now) {
            return times.stream()
                            .filter(time -> time.isAfter(now.minus(length)))
                            .count()
                    >= most;
        }
    }

    /** The same answer about one thing: nobody reads it more often, and two machines are silent within ten mails. */
    private static final List<Window> ALIKE =
            List.of(new Window(Duration.ofMinutes(10), 4), new Window(Duration.ofHours(1), 10), new Window(DAY, 25));

    /** Whatever is answered. */
    private static final List<Window> ALL =
            List.of(new Window(Duration.ofMinutes(10), 30), new Window(Duration.ofHours(1), 60), new Window(DAY, 200));

    private record Answer(String template, @Nullable String request, Instant at) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final OncePerTransaction<String, Set<EmailAddress>> silent = new OncePerTransaction<>();
    private final OncePerTransaction<String, Set<EmailAddress>> pulled = new OncePerTransaction<>();

    Brake(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Answers this address nothing more in this transaction. */
    void pull(EmailAddress to) {
        pulled.get("", HashSet::new).add(to);
    }

    boolean isPulled(EmailAddress to) {
        return pulled.get("", HashSet::new).contains(to);
    }

    /** Whether one more answer of this kind would be too much; if so it is remembered for this transaction. */
    boolean stops(EmailAddress to, String template, @Nullable RequestRef request) {
        boolean stops = isPulled(to) || isTooMuch(to, template, request);
        if (stops) {
            silentTowards().add(to);
        }
        return stops;
    }

    private boolean isTooMuch(EmailAddress to, String template, @Nullable RequestRef request) {
        Instant now = clock.instant();
        String ref = request == null ? null : request.toString();
        Set<String> counted = new HashSet<>(ANSWERS);
        counted.add(template);
        List<Answer> answers = answers(to, counted, now.minus(DAY));
        List<Instant> alike = answers.stream()
                .filter(answer -> answer.template().equals(template) && Objects.equals(answer.request(), ref))
                .map(Answer::at)
                .toList();
        List<Instant> all = answers.stream()
                .filter(answer -> ANSWERS.contains(answer.template()))
                .map(Answer::at)
                .toList();
        return ALIKE.stream().anyMatch(window -> window.isFull(alike, now))
                || ALL.stream().anyMatch(window -> window.isFull(all, now));
    }

    /** The addresses that this transaction had an answer for and did not answer. */
    Set<EmailAddress> silentTowards() {
        return silent.get("", HashSet::new);
    }

    /** When mails to this address were queued, newest first. */
    List<Instant> queuedTo(EmailAddress to, Instant since) {
        return jdbc.sql("""
                        select queued_at from outbox_mail where recipient = :to and queued_at > :since
                        order by recipient desc, queued_at desc fetch first 200 rows only""") // in the order of the index
                .param("to", to.value())
                .param("since", at(since))
                .query((row, number) -> Rows.instant(row, "queued_at"))
                .list();
    }

    private List<Answer> answers(EmailAddress to, Set<String> templates, Instant since) {
        return jdbc.sql("""
                        select template, request, queued_at from outbox_mail
                        where recipient = :to and queued_at > :since and template in (:templates)
                        order by queued_at desc fetch first %d rows only""".formatted(MOST_LOOKED_AT))
                .param("to", to.value())
                .param("since", at(since))
                .param("templates", templates)
                .query((row, number) ->
                        new Answer(row.getString("template"), row.getString("request"), Rows.instant(row, "queued_at")))
                .list();
    }
}
