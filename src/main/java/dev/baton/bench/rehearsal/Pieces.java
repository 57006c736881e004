package dev.baton.bench.rehearsal;

import dev.baton.engine.DeployedFiles;
import dev.baton.models.Models;
import dev.baton.tasks.Tasks;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts together what is rehearsed: the models that hold now, and in place of some of them those of a draft. */
@Component
public class Pieces {

    private final DeployedFiles files;
    private final Tasks tasks;

    Pieces(DeployedFiles files, Tasks tasks) {
        this.files = files;
        this.tasks = tasks;
    }

    /** The workflow as it is deployed. */
    public Piece deployed(String workflow) {
        return Piece.of(workflow, deployed(), tasks.usualOutcomes(workflow));
    }

    /** The workflow as it would be with these files; they have passed the check. */
    public Piece with(String workflow, List<byte[]> draft) {
        Map<String, byte[]> all = deployed();
        draft.forEach(file -> all.put(Models.nameOf(null, file), file));
        return Piece.of(workflow, all, tasks.usualOutcomes(workflow));
    }

    /**
     * The keys of the workflows that would be others with these files: those in them, and those that call what is in them.
     *
     * @param known the keys of the workflows that are deployed
     */
    public List<String> changedBy(List<byte[]> draft, List<String> known) {
        Map<String, byte[]> all = deployed();
        draft.forEach(file -> all.put(Models.nameOf(null, file), file));
        Set<String> names =
                draft.stream().map(file -> Models.nameOf(null, file)).collect(Collectors.toSet());
        return Stream.concat(Elements.in(draft).workflows().stream(), known.stream())
                .distinct()
                .filter(workflow -> !Collections.disjoint(
                        Piece.of(workflow, all, Map.of()).files().keySet(), names))
                .toList();
    }

    private Map<String, byte[]> deployed() {
        Map<String, byte[]> all = new HashMap<>();
        files.latest().forEach(file -> all.put(Models.nameOf(null, file), file));
        return all;
    }
}
