package dev.baton.requests.web;

import dev.baton.engine.Processes;
import dev.baton.engine.Step;
import dev.baton.engine.UserTasks;
import dev.baton.models.Workflow;
import dev.baton.models.Workflows;
import dev.baton.outbox.Outbox;
import dev.baton.outbox.QueuedMail;
import dev.baton.people.Moments;
import dev.baton.people.People;
import dev.baton.requests.Blockers;
import dev.baton.requests.BriefRows;
import dev.baton.requests.Conversation;
import dev.baton.requests.Decision;
import dev.baton.requests.Decisions;
import dev.baton.requests.IncomingMessage;
import dev.baton.requests.Promise;
import dev.baton.requests.Promises;
import dev.baton.requests.Request;
import dev.baton.requests.RequestFiles;
import dev.baton.requests.RequestLinks;
import dev.baton.shared.EmailAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Puts together how a request stands, for one reader. */
@Component
class StatusReader {

    private final Processes processes;
    private final UserTasks tasks;
    private final Workflows workflows;
    private final Promises promises;
    private final Blockers blockers;
    private final Decisions decisions;
    private final BriefRows brief;
    private final RequestFiles files;
    private final RequestLinks links;
    private final Conversation conversation;
    private final Outbox outbox;
    private final People people;
    private final Moments moments;
    private final Clock clock;

    StatusReader(
            Processes processes,
            UserTasks tasks,
            Workflows workflows,
            Promises promises,
            Blockers blockers,
            Decisions decisions,
            BriefRows brief,
            RequestFiles files,
            RequestLinks links,
            Conversation conversation,
            Outbox outbox,
            People people,
            Moments moments,
            Clock clock) {
        this.processes = processes;
        this.tasks = tasks;
        this.workflows = workflows;
        this.promises = promises;
        this.blockers = blockers;
        this.decisions = decisions;
        this.brief = brief;
        this.files = files;
        this.links = links;
        this.conversation = conversation;
        this.outbox = outbox;
        this.people = people;
        this.moments = moments;
        this.clock = clock;
    }

    /**
     * @param reader in whose zone moments are written, and whose own mails are shown in full
     * @param diagram where the page finds the model's diagram
     */
    StatusView read(Request request, EmailAddress reader, String diagram) {
        ZoneId zone = people.personOrStranger(reader).zone();
        List<Step> steps = request.startedAt() == null ? List.of() : processes.steps(request.ref());
        List<Promise> made = promises.of(request.ref());
        List<Decision> decided = decisions.of(request.ref());
        return new StatusView(
                request,
                workflows.byKey(request.workflow()).map(Workflow::name).orElse(request.workflow()),
                name(request.owner()),
                moments.full(request.openedAt(), zone),
                full(request.promisedAt(), zone),
                made.size() > 1 ? full(made.get(0).due(), zone) : null,
                made.stream().skip(1).map(promise -> move(promise, zone)).toList(),
                request.late(clock.instant()),
                full(request.endedAt(), zone),
                new StepLines(tasks, people, moments, zone).of(steps, promises.ofTasks(request.ref()), decided),
                blockers.of(request.ref()),
                decided.stream().map(decision -> line(decision, zone)).toList(),
                brief.of(request),
                files(request),
                sayings(request, reader, zone),
                request.definitionId() == null ? null : diagram,
                active(request, steps));
    }

    private StatusView.Move move(Promise promise, ZoneId zone) {
        return new StatusView.Move(
                moments.full(promise.due(), zone),
                name(promise.madeBy()),
                promise.reason(),
                moments.full(promise.madeAt(), zone));
    }

    private StatusView.DecisionLine line(Decision decision, ZoneId zone) {
        return new StatusView.DecisionLine(
                decision.taskName(),
                decision.label(),
                name(decision.by()),
                moments.full(decision.at(), zone),
                decision.remark());
    }

    private List<StatusView.FileLine> files(Request request) {
        return files.of(request.ref()).stream()
                .map(file ->
                        new StatusView.FileLine(file.name(), size(file.size()), links.file(file), file.isPicture()))
                .toList();
    }

    static String size(long bytes) {
        DataSize size = DataSize.ofBytes(bytes);
        return size.toMegabytes() > 0 ? size.toMegabytes() + " MB" : Math.max(1, size.toKilobytes()) + " kB";
    }

    private static Set<String> active(Request request, List<Step> steps) {
        return steps.stream()
                .filter(step -> step.endedAt() == null && step.definitionId().equals(request.definitionId()))
                .map(Step::activity)
                .collect(Collectors.toSet());
    }

    /** A mail to somebody else may hold a link that is theirs alone, so only its subject is shown. */
    private List<StatusView.Saying> sayings(Request request, EmailAddress reader, ZoneId zone) {
        record Timed(Instant at, StatusView.Saying saying) {}
        Stream<Timed> written = conversation.written(request.ref()).stream()
                .map(message -> new Timed(message.writtenAt(), said(message, zone)));
        Stream<Timed> sent =
                outbox.of(request.ref()).stream().map(mail -> new Timed(mail.queuedAt(), sent(mail, reader, zone)));
        List<Timed> all = new ArrayList<>(Stream.concat(written, sent).toList());
        all.sort(Comparator.comparing(Timed::at));
        return all.stream().map(Timed::saying).toList();
    }

    private StatusView.Saying said(IncomingMessage message, ZoneId zone) {
        return new StatusView.Saying(
                message.name().isBlank() ? name(message.author()) : message.name(),
                moments.full(message.writtenAt(), zone),
                null,
                message.text(),
                message.cut(),
                false);
    }

    private StatusView.Saying sent(QueuedMail mail, EmailAddress reader, ZoneId zone) {
        return new StatusView.Saying(
                name(mail.to()),
                moments.full(mail.queuedAt(), zone),
                mail.subject(),
                mail.to().equals(reader) ? mail.text() : null,
                "",
                true);
    }

    private String name(EmailAddress address) {
        return people.personOrStranger(address).name();
    }

    private @Nullable String full(@Nullable Instant moment, ZoneId zone) {
        return moment == null ? null : moments.full(moment, zone);
    }
}
