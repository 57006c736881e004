package dev.baton.bench.web;

import static dev.baton.bench.web.KnownVersions.one;

import dev.baton.bench.DraftFile;
import dev.baton.bench.Drafts;
import dev.baton.bench.Version;
import dev.baton.bench.Versions;
import dev.baton.bench.rehearsal.Piece;
import dev.baton.bench.rehearsal.Pieces;
import dev.baton.bench.whatif.Trial;
import dev.baton.models.Workflow;
import dev.baton.models.Workflows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what the address of a page wants to be tried on past requests. */
@Component
class WhatIfTrials {

    private final Programme programme;
    private final Pieces pieces;
    private final Drafts drafts;
    private final Workflows workflows;
    private final KnownVersions known;
    private final Versions versions;

    WhatIfTrials(
            Programme programme,
            Pieces pieces,
            Drafts drafts,
            Workflows workflows,
            KnownVersions known,
            Versions versions) {
        this.programme = programme;
        this.pieces = pieces;
        this.drafts = drafts;
        this.workflows = workflows;
        this.known = known;
        this.versions = versions;
    }

    /**
     * A draft.
     *
     * @param key of the workflow; the first that the draft changes where it is null
     * @throws org.springframework.web.server.ResponseStatusException with 404 if there is no such draft or workflow
     */
    WhatIfTrial draft(String id, @Nullable String key, int requests) {
        Programme.Entry entry = programme.find(id, key);
        Piece piece = entry.piece();
        Trial trial = piece == null ? null : new Trial(deployed(piece.workflow()), piece, files(id), null, requests);
        return new WhatIfTrial(
                trial,
                entry.obstacle(),
                null,
                entry.name(),
                entry.home(),
                entry.base() + "/what-if",
                entry.base() + "/preview",
                entry.others());
    }

    private Map<String, byte[]> files(String id) {
        return drafts.find(id).stream()
                .flatMap(draft -> draft.files().stream())
                .collect(Collectors.toMap(DraftFile::name, DraftFile::bytes));
    }

    /**
     * A version that was deployed.
     *
     * @throws org.springframework.web.server.ResponseStatusException with 404 if there is none
     */
    WhatIfTrial version(String key, int number, int requests) {
        List<Version> all = known.all(key);
        Version version = one(all, number);
        Optional<Workflow> workflow = workflows.byKey(key);
        String home = "/bench/workflows/" + key + "/versions";
        Trial trial = workflow.isEmpty()
                ? null
                : new Trial(
                        deployed(key),
                        pieces.with(key, List.of(versions.file(version))),
                        Map.of(),
                        version.definition().id(),
                        requests);
        return new WhatIfTrial(
                trial,
                trial == null ? "called" : null,
                number,
                workflow.map(Workflow::name).orElse(key),
                home,
                home + "/" + number + "/what-if",
                null,
                List.of());
    }

    private @Nullable Piece deployed(String key) {
        return workflows.byKey(key).isPresent() ? pieces.deployed(key) : null;
    }
}
