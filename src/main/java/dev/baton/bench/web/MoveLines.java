package dev.baton.bench.web;

import dev.baton.bench.Move;
import dev.baton.bench.MoveOutlook;
import dev.baton.bench.MoveProgress;
import dev.baton.bench.Version;
import dev.baton.engine.FormField;
import dev.baton.engine.Forms;
import dev.baton.engine.Hindrance;
import dev.baton.engine.MovePlan;
import dev.baton.engine.Obstacle;
import dev.baton.engine.Standing;
import dev.baton.models.Diagram;
import dev.baton.shared.RequestRef;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in plain words what a move does with whom. */
@Component
class MoveLines {

    /** References that are named of each place. */
    private static final int NAMED = 12;

    private final Diagram diagram;
    private final Forms forms;
    private final MessageSource messages;

    MoveLines(Diagram diagram, Forms forms, MessageSource messages) {
        this.diagram = diagram;
        this.forms = forms;
        this.messages = messages;
    }

    /** A request that stays, why, and at which step. */
    record Stayed(RequestRef request, String why) {}

    List<MoveLine> of(MoveOutlook outlook) {
        return outlook.places().stream().map(at -> line(outlook.plan(), at)).toList();
    }

    private MoveLine line(MovePlan plan, MoveOutlook.At at) {
        List<RequestRef> all =
                at.place().work().stream().map(Standing::request).sorted().toList();
        Set<String> steps = at.place().steps();
        return new MoveLine(
                names(plan.from(), steps.stream()),
                at.goes()
                        ? names(
                                plan.to(),
                                steps.stream().map(step -> plan.steps().getOrDefault(step, step)))
                        : "",
                at.obstacles().stream()
                        .map(obstacle -> why(plan, obstacle))
                        .distinct()
                        .toList(),
                all.subList(0, Math.min(NAMED, all.size())),
                Math.max(0, all.size() - NAMED));
    }

    private String names(String definition, Stream<String> steps) {
        return steps.map(step -> diagram.name(definition, step)).collect(Collectors.joining(", "));
    }

    /** What the person wanted and cannot be says more than that no step takes it. */
    private String why(MovePlan plan, Obstacle obstacle) {
        Hindrance why = plan.refused().getOrDefault(obstacle.step(), obstacle.why());
        return why(why, obstacle.step().isEmpty() ? "" : diagram.name(plan.from(), obstacle.step()));
    }

    private String why(Hindrance why, String step) {
        String word = why.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return messages.getMessage("bench.move.why." + word, new Object[] {step}, Locale.ENGLISH);
    }

    List<Stayed> stayed(Move move, MoveProgress progress) {
        return progress.stayed().stream()
                .map(each -> new Stayed(
                        each.request(),
                        why(each.why(), each.step().isEmpty() ? "" : diagram.name(move.from(), each.step()))))
                .toList();
    }

    /** The steps at which work stands and that have another step, or none, to go on at. */
    List<MoveChoice> choices(MoveOutlook outlook) {
        MovePlan plan = outlook.plan();
        Set<String> open = new LinkedHashSet<>();
        outlook.places()
                .forEach(at -> at.place().steps().stream()
                        .filter(step -> !step.equals(plan.steps().get(step)))
                        .forEach(open::add));
        return open.stream()
                .map(step -> new MoveChoice(
                        step,
                        diagram.name(plan.from(), step),
                        plan.steps().getOrDefault(step, ""),
                        diagram.alike(plan.to(), plan.from(), step)))
                .toList();
    }

    /** Labels of the fields that only the new version's brief requires: nobody is asked for them any more. */
    List<String> asked(Version from, Version to) {
        Set<String> known =
                forms.brief(from.definition().id()).stream().map(FormField::id).collect(Collectors.toSet());
        return forms.brief(to.definition().id()).stream()
                .filter(field -> field.required() && !known.contains(field.id()))
                .map(FormField::label)
                .toList();
    }

    /** Those of the ways whose steps are there. */
    Map<String, String> known(Version from, Version to, Map<String, String> wanted) {
        Map<String, String> known = new HashMap<>(wanted);
        known.entrySet()
                .removeIf(way -> !diagram.has(from.definition().id(), way.getKey())
                        || !(way.getValue().isEmpty()
                                || diagram.has(to.definition().id(), way.getValue())));
        return known;
    }
}
