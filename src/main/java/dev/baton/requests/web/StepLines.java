package dev.baton.requests.web;

import dev.baton.engine.Step;
import dev.baton.people.Moments;
import dev.baton.people.People;
import dev.baton.requests.Promise;
import dev.baton.shared.EmailAddress;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The one line of steps: what people did and what waits for them. Votes on the same thing are one step. */
final class StepLines {

    private final People people;
    private final Moments moments;
    private final ZoneId zone;

    StepLines(People people, Moments moments, ZoneId zone) {
        this.people = people;
        this.moments = moments;
        this.zone = zone;
    }

    List<StatusView.StepLine> of(List<Step> steps, List<Promise> promises) {
        Map<String, List<Step>> together = new LinkedHashMap<>();
        steps.stream()
                .filter(step -> step.waits() && !step.withdrawn())
                .forEach(step -> together.computeIfAbsent(
                                step.definitionId() + step.activity() + (step.endedAt() == null),
                                key -> new ArrayList<>())
                        .add(step));
        return together.values().stream().map(same -> line(same, promises)).toList();
    }

    private StatusView.StepLine line(List<Step> same, List<Promise> promises) {
        Step last = same.get(same.size() - 1);
        Instant ended = last.endedAt();
        String who = same.stream()
                .map(Step::assignee)
                .filter(Objects::nonNull)
                .distinct()
                .map(address ->
                        people.personOrStranger(EmailAddress.of(address)).firstName())
                .collect(Collectors.joining(", "));
        return ended == null
                ? new StatusView.StepLine(last.name(), who, due(same, promises), StatusView.Place.NOW)
                : new StatusView.StepLine(last.name(), who, moments.date(ended, zone), StatusView.Place.DONE);
    }

    private @Nullable String due(List<Step> same, List<Promise> promises) {
        Set<String> tasks =
                same.stream().map(Step::taskId).filter(Objects::nonNull).collect(Collectors.toSet());
        Optional<Promise> latest = promises.stream()
                .filter(promise -> tasks.contains(promise.taskId()))
                .reduce((earlier, later) -> later);
        return latest.map(promise -> moments.brief(promise.due(), zone)).orElse(null);
    }
}
