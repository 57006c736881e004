package dev.baton.models;

import dev.baton.engine.TimerText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Every timer says when, in a way the engine can read, and does go off. */
final class TimersGoOff implements Rule {

    private static final Map<String, TimerText> KINDS =
            Map.of("timeDate", TimerText.DATE, "timeDuration", TimerText.DURATION, "timeCycle", TimerText.CYCLE);

    /** Days and weeks of a duration, which the engine counts by the calendar. */
    private static final Pattern DAYS = Pattern.compile("P\\d{1,5}[DW](T.*)?");

    private static final long MOST_TURNS = 10_000;

    private final Clock clock;

    TimersGoOff(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "timers";
    }

    @Override
    public void check(Model model, Findings findings) {
        Variables variables = Variables.of(model);
        model.all("timerEventDefinition").forEach(timer -> {
            List<XmlElement> said = timer.children().stream()
                    .filter(child ->
                            KINDS.containsKey(child.name()) && !child.text().isBlank())
                    .toList();
            if (said.isEmpty()) {
                findings.error(timer, "missing", timer.named().label());
            } else if (said.size() > 1) {
                findings.error(timer, "several", timer.named().label());
            } else {
                check(said.get(0), variables, findings);
            }
        });
    }

    private void check(XmlElement said, Variables variables, Findings findings) {
        String text = said.text().strip();
        if (ExpressionReader.isExpression(text)) {
            open(said, text, variables, findings);
            return;
        }
        if (said.name().equals("timeCycle")) {
            CycleText cycle = new CycleText(text);
            if (cycle.flaw().isPresent()) {
                findings.error(said, cycle.flaw().get(), text, cycle.better());
                return;
            }
            cycle.otherDays().ifPresent(days -> findings.warning(said, "weekday", text, days));
            once(said, findings);
            if (isFarOff(cycle)) {
                findings.error(said, "far", text);
                return;
            }
        }
        first(said, text, findings);
    }

    /** The engine counts its way from the date to now, turn by turn. */
    private boolean isFarOff(CycleText cycle) {
        try {
            Instant now = clock.instant();
            Duration turn = Duration.between(
                    now,
                    cycle.period()
                            .flatMap(text -> TimerText.DURATION.first(text, now))
                            .orElse(now));
            Duration away = Duration.between(
                    now,
                    cycle.anchor()
                            .flatMap(text -> TimerText.DATE.first(text, now))
                            .orElse(now));
            return !away.isZero() && (turn.isZero() || away.abs().dividedBy(turn.abs()) > MOST_TURNS);
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private void first(XmlElement said, String text, Findings findings) {
        Instant now = clock.instant();
        Optional<Instant> first;
        try {
            first = Objects.requireNonNull(KINDS.get(said.name())).first(text, now);
        } catch (IllegalArgumentException unreadable) {
            findings.error(said, said.name().substring("time".length()).toLowerCase(Locale.ROOT), text);
            return;
        }
        if (first.isEmpty()) {
            findings.error(said, "never", text);
        } else if (first.get().isBefore(now)) {
            findings.warning(said, "past", text);
        } else if (said.name().equals("timeDuration") && DAYS.matcher(text).matches()) {
            findings.note(said, "calendar", text);
        }
    }

    /** In the middle of a workflow work goes on at the first time, so the others never come. */
    private static void once(XmlElement said, Findings findings) {
        if (said.upwards().anyMatch(at -> at.is(Vocabulary.BPMN, "intermediateCatchEvent"))) {
            findings.warning(said, "once", said.text().strip());
        }
    }

    /** A field that was left open is no time, and the engine stops there. */
    private static void open(XmlElement said, String text, Variables variables, Findings findings) {
        ExpressionReader.readable(text)
                .ifPresent(expression -> expression.briefFields().stream()
                        .flatMap(field -> variables.onlyField(field).stream())
                        .filter(SetBeforeRead::mayBeOpen)
                        .forEach(field -> findings.warning(said, "open", text, field.label())));
    }
}
