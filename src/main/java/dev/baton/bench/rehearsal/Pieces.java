package dev.baton.bench.rehearsal;

import dev.baton.engine.DeployedFiles;
import dev.baton.models.Models;
import dev.baton.tasks.Tasks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private Map<String, byte[]> deployed() {
        Map<String, byte[]> all = new HashMap<>();
        files.latest().forEach(file -> all.put(Models.nameOf(null, file), file));
        return all;
    }
}
