package dev.baton.requests;

import dev.baton.engine.Processes;
import dev.baton.engine.Step;
import dev.baton.models.Diagram;
import dev.baton.outbox.MailPicture;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The diagram of a request's workflow as a picture, with the steps marked where its work is now. */
@Component
public class RequestPictures {

    private static final int KEPT = 300;

    private final Diagram diagram;
    private final Processes processes;
    private final RequestLinks links;
    private final Map<String, Optional<MailPicture>> closeUps = new ConcurrentHashMap<>();

    RequestPictures(Diagram diagram, Processes processes, RequestLinks links) {
        this.diagram = diagram;
        this.processes = processes;
        this.links = links;
    }

    /**
     * The diagram as a page draws it.
     *
     * @param address where the model is, a path; with {@code .svg} behind it the picture
     * @param active the ids of the elements where the work is
     * @param says the same in words
     */
    public record Shown(String address, Set<String> active, String says) {}

    /**
     * What a page needs to draw it; nothing while the request waits for its brief.
     *
     * @param status the link or path of its status page for whoever looks
     */
    public Optional<Shown> shown(Request request, String status) {
        return Optional.ofNullable(request.definitionId()).map(definition -> {
            Map<String, String> now = now(request, definition);
            return new Shown(
                    status.substring(status.indexOf("/s/")) + "/diagram", now.keySet(), diagram.says(definition, now));
        });
    }

    /** The same for whoever has signed in. */
    public Optional<Shown> shown(Request request) {
        return shown(request, links.status(request.ref()));
    }

    /** An SVG picture; nothing while the request waits for its brief, or if its workflow has no drawing. */
    public Optional<String> of(Request request) {
        return Optional.ofNullable(request.definitionId())
                .flatMap(definition -> diagram.picture(definition, now(request, definition)));
    }

    /**
     * The part around where its work is, for a mail; nothing where {@link #of} gives nothing, or while it is at no step. Many
     * requests are at the same step of the same version, which never changes, so what was drawn is kept.
     */
    public Optional<MailPicture> closeUp(Request request) {
        return Optional.ofNullable(request.definitionId()).flatMap(definition -> {
            Map<String, String> now = now(request, definition);
            if (closeUps.size() >= KEPT) {
                closeUps.clear();
            }
            return closeUps.computeIfAbsent(
                    definition + now.keySet().stream().sorted().toList(), undrawn -> closeUp(definition, now));
        });
    }

    private Optional<MailPicture> closeUp(String definition, Map<String, String> now) {
        return diagram.closeUp(definition, now).map(part -> new MailPicture(part.svg(), part.says(), part.width()));
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
