package dev.baton.requests.web;

import dev.baton.engine.Processes;
import dev.baton.engine.Step;
import dev.baton.models.Workflow;
import dev.baton.models.Workflows;
import dev.baton.requests.Blockers;
import dev.baton.requests.Request;
import dev.baton.requests.RequestLinks;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Writes requests the way the API gives them. */
@Component
public class RequestsJson {

    private final Processes processes;
    private final Workflows workflows;
    private final Blockers blockers;
    private final RequestLinks links;
    private final MessageSource messages;
    private final Clock clock;

    RequestsJson(
            Processes processes,
            Workflows workflows,
            Blockers blockers,
            RequestLinks links,
            MessageSource messages,
            Clock clock) {
        this.processes = processes;
        this.workflows = workflows;
        this.blockers = blockers;
        this.links = links;
        this.messages = messages;
        this.clock = clock;
    }

    /** The request with where it stands now. */
    public RequestJson of(Request request) {
        return RequestJson.of(
                request,
                Optional.ofNullable(request.definitionId())
                        .flatMap(workflows::version)
                        .map(Workflow::version)
                        .orElse(null),
                step(request),
                blockers.of(request.ref()),
                request.late(clock.instant()),
                links.status(request.ref()));
    }

    /** What people are to do now. */
    public @Nullable String step(Request request) {
        if (!request.isOpen()) {
            return null;
        }
        return request.waitsForBrief()
                ? messages.getMessage("requests.step.brief", null, LocaleContextHolder.getLocale())
                : processes.waitingSteps(request.ref()).stream()
                        .map(Step::name)
                        .distinct()
                        .collect(Collectors.joining(", "));
    }
}
