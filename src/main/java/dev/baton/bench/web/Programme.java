package dev.baton.bench.web;

import dev.baton.bench.rehearsal.Piece;
import dev.baton.bench.rehearsal.Pieces;
import dev.baton.engine.Deployments;
import dev.baton.models.Workflow;
import dev.baton.models.Workflows;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Finds what the address of a page wants to be rehearsed. */
@Component
class Programme {

    private final Pieces pieces;
    private final Workflows workflows;
    private final Deployments deployments;

    Programme(Pieces pieces, Workflows workflows, Deployments deployments) {
        this.pieces = pieces;
        this.workflows = workflows;
        this.deployments = deployments;
    }

    /**
     * Something that can be rehearsed.
     *
     * @param piece null where only other workflows call it
     * @param base what the addresses of its pages begin with
     * @param name of the workflow
     * @param home where its page is
     */
    record Entry(@Nullable Piece piece, String base, String name, String home) {}

    /** @throws ResponseStatusException with 404 if there is no such workflow */
    Entry workflow(String key) {
        Optional<Workflow> workflow = workflows.byKey(key);
        if (workflow.isEmpty() && deployments.versionsOf(key).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new Entry(
                workflow.map(known -> pieces.deployed(key)).orElse(null),
                "/bench/workflows/" + key,
                workflow.map(Workflow::name).orElse(key),
                "/workflows/" + key);
    }
}
