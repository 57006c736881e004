package dev.baton.requests.web;

import dev.baton.engine.Processes;
import dev.baton.engine.Step;
import dev.baton.engine.StuckStep;
import dev.baton.engine.StuckSteps;
import dev.baton.engine.UserTasks;
import dev.baton.models.Workflow;
import dev.baton.models.Workflows;
import dev.baton.people.Moments;
import dev.baton.people.People;
import dev.baton.requests.BriefRows;
import dev.baton.requests.Decision;
import dev.baton.requests.Decisions;
import dev.baton.requests.Promise;
import dev.baton.requests.Promises;
import dev.baton.requests.Request;
import dev.baton.requests.RequestFiles;
import dev.baton.requests.RequestLinks;
import dev.baton.requests.RequestPictures;
import dev.baton.requests.WithoutLinks;
import dev.baton.shared.EmailAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together how a request stands, for one reader. */
@Component
class StatusReader {

    private final Processes processes;
    private final StuckSteps stuck;
    private final RequestPictures pictures;
    private final UserTasks tasks;
    private final Workflows workflows;
    private final Promises promises;
    private final OtherRequests others;
    private final ForecastLines forecasts;
    private final Decisions decisions;
    private final BriefRows brief;
    private final RequestFiles files;
    private final RequestLinks links;
    private final Sayings sayings;
    private final WithoutLinks withoutLinks;
    private final People people;
    private final Moments moments;
    private final Clock clock;

    StatusReader(
            Processes processes,
            StuckSteps stuck,
            RequestPictures pictures,
            UserTasks tasks,
            Workflows workflows,
            Promises promises,
            OtherRequests others,
            ForecastLines forecasts,
            Decisions decisions,
            BriefRows brief,
            RequestFiles files,
            RequestLinks links,
            Sayings sayings,
            WithoutLinks withoutLinks,
            People people,
            Moments moments,
            Clock clock) {
        this.processes = processes;
        this.stuck = stuck;
        this.pictures = pictures;
        this.tasks = tasks;
        this.workflows = workflows;
        this.promises = promises;
        this.others = others;
        this.forecasts = forecasts;
        this.decisions = decisions;
        this.brief = brief;
        this.files = files;
        this.links = links;
        this.sayings = sayings;
        this.withoutLinks = withoutLinks;
        this.people = people;
        this.moments = moments;
        this.clock = clock;
    }

    /**
     * For whoever has the link: of our mails the subjects of the requester's, and moments in the requester's zone.
     *
     * @param page the path of the page that they look at
     */
    StatusView read(Request request, String page) {
        return read(
                request,
                null,
                false,
                zone(request.requester()),
                pictures.shown(request, page).orElse(null));
    }

    /**
     * @param reader who has signed in: moments are written in their zone, and their own mails are shown in full
     * @param answers whether they answer for the request, so that they may know what we write to others
     */
    StatusView read(Request request, EmailAddress reader, boolean answers) {
        return read(
                request, reader, answers, zone(reader), pictures.shown(request).orElse(null));
    }

    private StatusView read(
            Request request,
            @Nullable EmailAddress reader,
            boolean answers,
            ZoneId zone,
            RequestPictures.@Nullable Shown diagram) {
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
                forecasts.of(request, zone).orElse(null),
                full(request.endedAt(), zone),
                new StepLines(tasks, people, moments, zone).of(steps, promises.ofTasks(request.ref()), decided),
                others.blockers(request, reader, zone),
                others.waitingFor(request, reader, zone),
                stuck.of(request.ref()).stream()
                        .map(step -> line(step, answers, zone))
                        .toList(),
                decided.stream().map(decision -> line(decision, zone)).toList(),
                brief.of(request),
                files(request),
                sayings.of(request, reader, zone),
                answers && reader != null ? sayings.toOthers(request, reader, zone) : List.of(),
                diagram);
    }

    private StatusView.Move move(Promise promise, ZoneId zone) {
        return new StatusView.Move(
                moments.full(promise.due(), zone),
                name(promise.madeBy()),
                promise.reason(),
                moments.full(promise.madeAt(), zone));
    }

    private StatusView.StuckLine line(StuckStep step, boolean answers, ZoneId zone) {
        return new StatusView.StuckLine(
                step.name(), moments.full(step.since(), zone), answers ? withoutLinks.in(step.reason()) : null);
    }

    private StatusView.DecisionLine line(Decision decision, ZoneId zone) {
        return new StatusView.DecisionLine(
                decision.taskName(),
                decision.label(),
                name(decision.by()),
                moments.full(decision.at(), zone),
                withoutLinks.in(decision.remark()));
    }

    private List<StatusView.FileLine> files(Request request) {
        return files.of(request.ref()).stream()
                .filter(file -> !file.inText())
                .map(file -> StatusView.FileLine.of(file, links))
                .toList();
    }

    private ZoneId zone(EmailAddress reader) {
        return people.personOrStranger(reader).zone();
    }

    private String name(EmailAddress address) {
        return people.personOrStranger(address).name();
    }

    private @Nullable String full(@Nullable Instant moment, ZoneId zone) {
        return moment == null ? null : moments.full(moment, zone);
    }
}
