package dev.baton.metrics.web;

import static dev.baton.metrics.web.QuestionParams.said;

import dev.baton.metrics.Period;
import dev.baton.metrics.Question;
import dev.baton.metrics.Scope;
import dev.baton.models.Workflow;
import dev.baton.models.Workflows;
import dev.baton.people.People;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes a question of an address, or says what is wrong with it. */
@Component
class QuestionReader {

    static final String LIVE = "live";
    private static final Duration USUAL = Duration.ofDays(90);

    private final Workflows workflows;
    private final People people;
    private final MessageSource messages;
    private final Clock clock;

    QuestionReader(Workflows workflows, People people, MessageSource messages, Clock clock) {
        this.workflows = workflows;
        this.people = people;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * @param allowed what the asker may see
     * @throws BadQuestionException if the address makes no sense
     */
    Question read(QuestionParams params, Scope allowed) {
        source(params.source());
        ZoneId zone = zone(params.zone());
        Instant now = clock.instant();
        Instant asOf = moment("asOf", params.asOf(), zone).orElse(now);
        if (asOf.isAfter(now)) {
            throw bad("asOf", "as-of-future", params.asOf());
        }
        Instant to = moment("to", params.to(), zone).orElse(asOf);
        Instant from = moment("from", params.from(), zone)
                .orElseGet(() -> earlier(to, asOf).minus(USUAL));
        if (!from.isBefore(to)) {
            throw bad("from", "empty", from, to);
        }
        if (!from.isBefore(asOf)) {
            throw bad("from", "period-future", from, asOf);
        }
        return new Question(
                scope(params.workflow(), allowed), new Period(from, to), asOf, zone, examples(params.examples()));
    }

    /** The workflows one may ask about, by name. */
    List<Workflow> workflows(Scope allowed) {
        return workflows.all().stream()
                .filter(workflow -> allowed.has(workflow.key()))
                .toList();
    }

    private void source(@Nullable String text) {
        said(text).filter(name -> !LIVE.equals(name)).ifPresent(name -> {
            throw bad("source", "source", name, LIVE);
        });
    }

    private Scope scope(@Nullable String text, Scope allowed) {
        return said(text).map(key -> known(key, allowed)).orElse(allowed);
    }

    private Scope known(String workflow, Scope allowed) {
        List<String> known = workflows(allowed).stream().map(Workflow::key).toList();
        if (!known.contains(workflow)) {
            throw bad("workflow", "workflow", workflow, String.join(", ", known));
        }
        return Scope.of(workflow);
    }

    private ZoneId zone(@Nullable String text) {
        try {
            return said(text)
                    .map(ZoneId::of)
                    .orElseGet(() -> people.defaultCalendar().zone());
        } catch (DateTimeException unknown) {
            throw bad("zone", "zone", text);
        }
    }

    private Optional<Instant> moment(String parameter, @Nullable String text, ZoneId zone) {
        try {
            return said(text).map(moment -> moment(moment, zone));
        } catch (DateTimeException unreadable) {
            throw bad(parameter, "moment", parameter, text);
        }
    }

    private static Instant moment(String text, ZoneId zone) {
        if (!text.contains("T")) {
            return LocalDate.parse(text).atStartOfDay(zone).toInstant();
        }
        String unescapedPlus = text.replace(' ', '+');
        return OffsetDateTime.parse(unescapedPlus).toInstant();
    }

    private boolean examples(@Nullable String text) {
        return said(text)
                .map(word -> switch (word) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw bad("examples", "examples", word);
                })
                .orElse(true);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private BadQuestionException bad(String parameter, String what, @Nullable Object... words) {
        Object[] texts = Stream.of(words).map(String::valueOf).toArray();
        return new BadQuestionException(
                parameter, messages.getMessage("metrics.problem." + what, texts, Locale.ENGLISH));
    }
}
