package dev.baton.requests;

import dev.baton.engine.Processes;
import dev.baton.engine.Step;
import dev.baton.models.Diagram;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The diagram of a request's workflow as a picture, with the steps marked where its work is now. */
@Component
public class RequestPictures {

    private final Diagram diagram;
    private final Processes processes;

    RequestPictures(Diagram diagram, Processes processes) {
        this.diagram = diagram;
        this.processes = processes;
    }

    /** An SVG picture; nothing while the request waits for its brief, or if its workflow has no drawing. */
    public Optional<String> of(Request request) {
        return Optional.ofNullable(request.definitionId())
                .flatMap(definition -> diagram.picture(definition, now(request, definition)));
    }

    /** The unfinished steps of its own workflow, also where they wait for a called one. */
    private Map<String, String> now(Request request, String definition) {
        return processes.steps(request.ref()).stream()
                .filter(step -> step.endedAt() == null && step.definitionId().equals(definition))
                .map(Step::activity)
                .distinct()
                .collect(Collectors.toMap(step -> step, step -> "now"));
    }
}
