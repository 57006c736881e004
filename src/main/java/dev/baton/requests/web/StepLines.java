package dev.baton.requests.web;

import dev.baton.engine.Step;
import dev.baton.engine.UserTasks;
import dev.baton.people.Moments;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Team;
import dev.baton.requests.Decision;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one line of steps: what people did and what waits for them. Votes on the same thing are one step. */
final class StepLines {

    /** A team of more people than this is called by its name. */
    private static final int FEW = 3;

    private final UserTasks tasks;
    private final People people;
    private final Moments moments;
    private final ZoneId zone;

    StepLines(UserTasks tasks, People people, Moments moments, ZoneId zone) {
        this.tasks = tasks;
        this.people = people;
        this.moments = moments;
        this.zone = zone;
    }

    List<StatusView.StepLine> of(List<Step> steps, List<Promise> promises, List<Decision> decisions) {
        Map<String, List<Step>> together = new LinkedHashMap<>();
        steps.stream()
                .filter(step -> step.waits() && !step.withdrawn())
                .forEach(step -> together.computeIfAbsent(
                                step.definitionId() + step.activity() + (step.endedAt() == null),
                                key -> new ArrayList<>())
                        .add(step));
        return together.values().stream()
                .map(same -> line(same, promises, decisions))
                .toList();
    }

    private StatusView.StepLine line(List<Step> same, List<Promise> promises, List<Decision> decisions) {
        Step last = same.get(same.size() - 1);
        Instant ended = last.endedAt();
        String who =
                same.stream().flatMap(step -> who(step, decisions)).distinct().collect(Collectors.joining(", "));
        return ended == null
                ? new StatusView.StepLine(last.name(), who, due(same, promises), StatusView.Place.NOW)
                : new StatusView.StepLine(last.name(), who, moments.date(ended, zone), StatusView.Place.DONE);
    }

    /** Who decided it; else who has it; else to whom it is offered. */
    private Stream<String> who(Step step, List<Decision> decisions) {
        Optional<EmailAddress> doer = decisions.stream()
                .filter(decision -> decision.taskId().equals(step.taskId()))
                .map(Decision::by)
                .findFirst()
                .or(() -> Optional.ofNullable(step.assignee()).map(EmailAddress::of));
        String task = step.taskId();
        return doer.map(this::firstName)
                .map(Stream::of)
                .orElseGet(() -> task == null
                        ? Stream.empty()
                        : tasks.offeredTo(task).stream().flatMap(this::offered));
    }

    private Stream<String> offered(String addressOrTeam) {
        List<Person> members = people.members(addressOrTeam);
        return members.isEmpty() || members.size() > FEW
                ? Stream.of(people.team(addressOrTeam)
                        .map(Team::name)
                        .or(() -> EmailAddress.parse(addressOrTeam).map(this::firstName))
                        .orElse(addressOrTeam))
                : members.stream().map(Person::firstName);
    }

    private String firstName(EmailAddress address) {
        return people.personOrStranger(address).firstName();
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
