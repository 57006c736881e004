package dev.baton.bench.web;

import dev.baton.bench.Draft;
import dev.baton.bench.DraftFile;
import dev.baton.bench.Drafts;
import dev.baton.bench.rehearsal.Piece;
import dev.baton.bench.rehearsal.Pieces;
import dev.baton.engine.Deployments;
import dev.baton.models.Models;
import dev.baton.models.Workflow;
import dev.baton.models.Workflows;
import java.util.List;
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
    private final Drafts drafts;
    private final Models models;

    Programme(Pieces pieces, Workflows workflows, Deployments deployments, Drafts drafts, Models models) {
        this.pieces = pieces;
        this.workflows = workflows;
        this.deployments = deployments;
        this.drafts = drafts;
        this.models = models;
    }

    /**
     * Something that can be rehearsed.
     *
     * @param piece null where nothing can be: {@code obstacle} says why
     * @param obstacle the end of a message key
     * @param base what the addresses of its pages begin with
     * @param name of the workflow
     * @param home where its page is
     * @param others keys of further workflows that the same draft changes
     */
    record Entry(
            @Nullable Piece piece,
            @Nullable String obstacle,
            String base,
            String name,
            String home,
            @Nullable String diagram,
            List<Other> others) {}

    /** Another workflow of the same draft. */
    record Other(String name, String base) {}

    /**
     * @param draft id of a draft; null for what is deployed
     * @param key of the workflow; the first that the draft changes where it is null
     * @throws ResponseStatusException with 404 if there is no such workflow or draft
     */
    Entry find(@Nullable String draft, @Nullable String key) {
        return draft == null ? deployed(key == null ? "" : key) : ofDraft(draft, key);
    }

    private Entry deployed(String key) {
        Optional<Workflow> workflow = workflows.byKey(key);
        if (workflow.isEmpty() && deployments.versionsOf(key).isEmpty()) {
            throw missing();
        }
        String home = "/workflows/" + key;
        return new Entry(
                workflow.map(known -> pieces.deployed(key)).orElse(null),
                workflow.isPresent() ? null : "called",
                "/bench/workflows/" + key,
                workflow.map(Workflow::name).orElse(key),
                home,
                home + "/diagram",
                List.of());
    }

    private Entry ofDraft(String id, @Nullable String key) {
        Draft draft = drafts.find(id).orElseThrow(Programme::missing);
        String home = "/bench/drafts/" + id;
        List<byte[]> files = draft.files().stream().map(DraftFile::bytes).toList();
        boolean passed = models.check(DraftViews.files(draft)).stream()
                .allMatch(file -> file.report().deployable());
        List<String> changed = passed
                ? pieces.changedBy(
                        files, workflows.all().stream().map(Workflow::key).toList())
                : List.of();
        if (changed.isEmpty()) {
            return new Entry(null, passed ? "nothing" : "unchecked", home, draft.title(), home, null, List.of());
        }
        String played = key == null ? changed.get(0) : key;
        if (!changed.contains(played)) {
            throw missing();
        }
        Piece piece = pieces.with(played, files);
        return new Entry(
                piece,
                null,
                home + "/workflows/" + played,
                piece.elements().get().name(played),
                home,
                home + "/workflows/" + played + "/diagram",
                changed.stream()
                        .filter(other -> !other.equals(played))
                        .map(other -> new Other(
                                pieces.with(other, files).elements().get().name(other), home + "/workflows/" + other))
                        .toList());
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
