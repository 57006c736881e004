package dev.baton.metrics.web;

import static dev.baton.metrics.web.QuestionParams.said;

import dev.baton.metrics.Baseline;
import dev.baton.metrics.Baselines;
import dev.baton.metrics.Period;
import dev.baton.metrics.Question;
import dev.baton.metrics.Scope;
import dev.baton.models.Workflow;
import dev.baton.models.Workflows;
import dev.baton.people.People;
import dev.baton.people.Team;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes a question of an address, or says what is wrong with it. */
@Component
class QuestionReader {

    private static final Duration USUAL = Duration.ofDays(90);

    private final Workflows workflows;
    private final Baselines baselines;
    private final People people;
    private final MessageSource messages;
    private final Clock clock;

    QuestionReader(Workflows workflows, Baselines baselines, People people, MessageSource messages, Clock clock) {
        this.workflows = workflows;
        this.baselines = baselines;
        this.people = people;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * @param allowed what the asker may see
     * @throws BadQuestionException if the address makes no sense
     */
    Question read(QuestionParams params, Scope allowed) {
        Optional<Baseline> baseline = source(params.source(), allowed);
        ZoneId zone = zone(params.zone());
        Instant now = clock.instant();
        Instant asOf = moment("asOf", params.asOf(), zone).orElse(now);
        if (asOf.isAfter(now)) {
            throw bad("asOf", "as-of-future", params.asOf());
        }
        Instant to = moment("to", params.to(), zone)
                .orElseGet(() -> baseline.map(log -> log.to().plusMillis(1)).orElse(asOf));
        Instant from = moment("from", params.from(), zone)
                .orElseGet(() -> baseline.map(Baseline::from)
                        .orElseGet(() -> earlier(to, asOf).minus(USUAL)));
        if (!from.isBefore(to)) {
            throw bad("from", "empty", from, to);
        }
        if (!from.isBefore(asOf)) {
            throw bad("from", "period-future", from, asOf);
        }
        if (baseline.isPresent() && said(params.workflow()).isPresent()) {
            throw bad("workflow", "baseline-workflow", baseline.get().name());
        }
        if (baseline.isPresent() && said(params.campaign()).isPresent()) {
            throw bad("campaign", "baseline-campaign", baseline.get().name());
        }
        if (baseline.isPresent() && said(params.team()).isPresent()) {
            throw bad("team", "baseline-team", baseline.get().name());
        }
        return new Question(
                scope(params, allowed),
                new Period(from, to),
                asOf,
                zone,
                examples(params.examples()),
                baseline.orElse(null));
    }

    /** The workflows one may ask about, by name. */
    List<Workflow> workflows(Scope allowed) {
        return workflows.all().stream()
                .filter(workflow -> allowed.has(workflow.key()))
                .toList();
    }

    /**
     * A question about this Baton's own work.
     *
     * @throws BadQuestionException if it is about a log, or makes no sense
     */
    Question readLive(QuestionParams params, Scope allowed) {
        Question question = read(params, allowed);
        if (!question.live()) {
            throw bad("source", "only-live", sourceOf(question));
        }
        return question;
    }

    /** What is asked, as addresses and answers call it. */
    static String sourceOf(Question question) {
        Baseline baseline = question.baseline();
        return baseline == null ? Baselines.LIVE : baseline.name();
    }

    /** The teams one may ask about, in the order of the people file. */
    List<Team> teams() {
        return people.teams();
    }

    /** The logs one may ask about: those who see all numbers see them. */
    List<Baseline> baselines(Scope allowed) {
        return allowed.workflows() == null ? baselines.all() : List.of();
    }

    private Optional<Baseline> source(@Nullable String text, Scope allowed) {
        return said(text).filter(name -> !Baselines.LIVE.equals(name)).map(name -> {
            List<Baseline> known = baselines(allowed);
            return known.stream()
                    .filter(log -> log.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> bad("source", "source", name, names(known)));
        });
    }

    private static String names(List<Baseline> logs) {
        return Stream.concat(Stream.of(Baselines.LIVE), logs.stream().map(Baseline::name))
                .collect(Collectors.joining(", "));
    }

    /** A campaign nobody has heard of has no requests, as one whose requests were all withdrawn. */
    private Scope scope(QuestionParams params, Scope allowed) {
        Scope scope = said(params.workflow()).map(key -> known(key, allowed)).orElse(allowed);
        Scope campaign = said(params.campaign()).map(scope::ofCampaign).orElse(scope);
        Scope team = said(params.team()).map(campaign::ofTeam).orElse(campaign);
        return said(params.version())
                .map(version -> team.ofVersion(version(version, params)))
                .orElse(team);
    }

    /** Versions of different workflows have nothing to do with each other. */
    private int version(String text, QuestionParams params) {
        if (said(params.workflow()).isEmpty()) {
            throw bad("version", "version-workflow", text);
        }
        try {
            return Integer.parseUnsignedInt(text);
        } catch (NumberFormatException noNumber) {
            throw bad("version", "version", text);
        }
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
