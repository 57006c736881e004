package dev.baton.metrics.web;

import dev.baton.metrics.OpenRequest;
import dev.baton.metrics.OpenRequest.Attention;
import dev.baton.metrics.Question;
import dev.baton.metrics.TaskFact;
import dev.baton.models.Workflow;
import dev.baton.models.Workflows;
import dev.baton.people.Moments;
import dev.baton.people.People;
import dev.baton.shared.EmailAddress;
import dev.baton.tasks.HandOver;
import dev.baton.tasks.TaskWords;
import dev.baton.tasks.Tasks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down what is open, for the top of the dashboard. */
@Component
class Dashboard {

    /** Nobody reads more of them at once; the list of requests has them all. */
    private static final int LINES = 20;

    private final Workflows workflows;
    private final People people;
    private final Moments moments;
    private final Tasks tasks;
    private final TaskWords words;

    Dashboard(Workflows workflows, People people, Moments moments, Tasks tasks, TaskWords words) {
        this.workflows = workflows;
        this.people = people;
        this.moments = moments;
        this.tasks = tasks;
        this.words = words;
    }

    /** What needs a decision, by the reason why, the most urgent reason first. */
    Map<Attention, AttentionGroup> attention(List<OpenRequest> all, Question question) {
        Map<Attention, List<OpenRequest>> groups = new EnumMap<>(Attention.class);
        all.forEach(open -> open.attention()
                .ifPresent(why ->
                        groups.computeIfAbsent(why, none -> new ArrayList<>()).add(open)));
        Map<String, List<HandOver>> holders =
                holders(groups.values().stream().flatMap(group -> group.stream().limit(LINES)));
        Map<Attention, AttentionGroup> shown = new EnumMap<>(Attention.class);
        groups.forEach((why, group) -> shown.put(
                why,
                new AttentionGroup(
                        group.size(),
                        group.stream()
                                .limit(LINES)
                                .map(open -> line(open, holders, question))
                                .toList())));
        return shown;
    }

    /** How these stand; they are to be few. */
    List<AttentionLine> lines(List<OpenRequest> some, Question question) {
        Map<String, List<HandOver>> holders = holders(some.stream());
        return some.stream().map(open -> line(open, holders, question)).toList();
    }

    private Map<String, List<HandOver>> holders(Stream<OpenRequest> some) {
        return tasks.holders(some.flatMap(open -> open.waiting().stream())
                .map(task -> task.id().toString())
                .toList());
    }

    List<OpenCount> byWorkflow(List<OpenRequest> all) {
        return OpenCount.by(
                open -> open.request().workflow(),
                key -> workflows.byKey(key).map(Workflow::name).orElse(key),
                all);
    }

    List<OpenCount> byCampaign(List<OpenRequest> all) {
        return OpenCount.by(
                open -> Optional.ofNullable(open.request().campaign()).orElse(""), name -> name, all);
    }

    private AttentionLine line(OpenRequest open, Map<String, List<HandOver>> holders, Question question) {
        return new AttentionLine(
                open,
                day(open.request().promised(), question),
                open.waiting().stream()
                        .map(task -> new AttentionLine.Task(
                                task.name(),
                                name(task, holders),
                                day(task.promised(), question),
                                open.lateTasks().contains(task)))
                        .toList(),
                open.holdups().stream()
                        .map(holdup -> new AttentionLine.Holdup(
                                name(holdup.on()), holdup.what(), moments.day(holdup.since(), question.zone())))
                        .toList());
    }

    private @Nullable String day(Optional<Instant> at, Question question) {
        return at.map(due -> moments.day(due, question.zone())).orElse(null);
    }

    /** Whose the task is; where it is offered to several, all who have it now. */
    private @Nullable String name(TaskFact task, Map<String, List<HandOver>> holders) {
        List<HandOver> ofThis = holders.getOrDefault(task.id().toString(), List.of());
        return ofThis.isEmpty() ? null : words.names(ofThis);
    }

    /** A person's name where the text is an address; else the text. */
    String name(String text) {
        return EmailAddress.parse(text)
                .map(address -> people.personOrStranger(address).name())
                .orElse(text);
    }
}
