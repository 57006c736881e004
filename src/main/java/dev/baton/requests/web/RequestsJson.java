package dev.baton.requests.web;

import dev.baton.engine.Processes;
import dev.baton.engine.Step;
import dev.baton.models.Workflow;
import dev.baton.models.Workflows;
import dev.baton.requests.Blocker;
import dev.baton.requests.Blockers;
import dev.baton.requests.DeliveryForecast;
import dev.baton.requests.DeliveryForecasts;
import dev.baton.requests.Dependencies;
import dev.baton.requests.Request;
import dev.baton.requests.RequestLinks;
import dev.baton.requests.Requests;
import dev.baton.shared.RequestRef;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Writes requests the way the API gives them. */
@Component
public class RequestsJson {

    private final Processes processes;
    private final Workflows workflows;
    private final Requests requests;
    private final Blockers blockers;
    private final Dependencies dependencies;
    private final ObjectProvider<DeliveryForecasts> forecasts;
    private final RequestLinks links;
    private final MessageSource messages;
    private final Clock clock;

    RequestsJson(
            Processes processes,
            Workflows workflows,
            Requests requests,
            Blockers blockers,
            Dependencies dependencies,
            ObjectProvider<DeliveryForecasts> forecasts,
            RequestLinks links,
            MessageSource messages,
            Clock clock) {
        this.processes = processes;
        this.workflows = workflows;
        this.requests = requests;
        this.blockers = blockers;
        this.dependencies = dependencies;
        this.forecasts = forecasts;
        this.links = links;
        this.messages = messages;
        this.clock = clock;
    }

    /** The request with where it stands now. */
    public RequestJson of(Request request) {
        return of(List.of(request)).get(0);
    }

    /** The same for each of them. */
    List<RequestJson> of(List<Request> several) {
        DeliveryForecasts known = forecasts.getIfAvailable();
        Map<RequestRef, DeliveryForecast> made = known == null ? Map.of() : known.of(several);
        return several.stream()
                .map(request -> of(
                        request,
                        Optional.ofNullable(made.get(request.ref()))
                                .map(RequestJson.ForecastJson::of)
                                .orElse(null)))
                .toList();
    }

    private RequestJson of(Request request, RequestJson.@Nullable ForecastJson forecast) {
        return RequestJson.of(
                request,
                Optional.ofNullable(request.definitionId())
                        .flatMap(workflows::version)
                        .map(Workflow::version)
                        .orElse(null),
                step(request),
                blockers.of(request.ref()).stream().map(this::of).toList(),
                dependencies.waitingFor(request.ref()).stream()
                        .map(RequestJson.OtherJson::of)
                        .toList(),
                request.late(clock.instant()),
                forecast,
                links.status(request.ref()));
    }

    private RequestJson.BlockerJson of(Blocker blocker) {
        RequestRef other = blocker.waitsFor();
        return new RequestJson.BlockerJson(
                blocker.waitsOn(),
                other == null ? null : RequestJson.OtherJson.of(requests.get(other)),
                blocker.what(),
                blocker.raisedBy(),
                blocker.raisedAt());
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
