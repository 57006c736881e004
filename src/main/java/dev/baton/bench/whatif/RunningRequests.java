package dev.baton.bench.whatif;

import dev.baton.bench.MoveOutlook;
import dev.baton.bench.Moves;
import dev.baton.bench.Version;
import dev.baton.bench.Versions;
import dev.baton.bench.rehearsal.Piece;
import dev.baton.engine.CodeRefused;
import dev.baton.engine.DefinitionVersion;
import dev.baton.engine.Deployments;
import dev.baton.engine.Standing;
import dev.baton.engine.WorkflowFailed;
import dev.baton.models.Diagram;
import dev.baton.models.Difference;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What would become of the requests that run, as the engine itself sees it. A version that is not deployed is deployed for
 * that in a transaction that is undone.
 */
@Component
class RunningRequests {

    private static final Logger log = LoggerFactory.getLogger(RunningRequests.class);

    private final Versions versions;
    private final Moves moves;
    private final Deployments deployments;
    private final Diagram diagram;
    private final TransactionTemplate undone;

    RunningRequests(
            Versions versions,
            Moves moves,
            Deployments deployments,
            Diagram diagram,
            PlatformTransactionManager transactions) {
        this.versions = versions;
        this.moves = moves;
        this.deployments = deployments;
        this.diagram = diagram;
        this.undone = new TransactionTemplate(transactions);
    }

    /** Where they stand and whether they could go on; null if that could not be found out. */
    @Nullable
    List<WhatIf.Running> of(Trial trial) {
        String workflow = trial.then().workflow();
        List<Version> busy = versions.of(workflow).stream()
                .filter(version -> version.work().running() > 0)
                .filter(version -> !version.definition().id().equals(trial.definitionId()))
                .toList();
        if (busy.isEmpty()) {
            return List.of();
        }
        try {
            return undone.execute(status -> {
                status.setRollbackOnly();
                return target(trial)
                        .map(to -> busy.stream()
                                .flatMap(from -> of(from, to, trial.then()))
                                .toList())
                        .orElse(List.of());
            });
        } catch (WorkflowFailed | CodeRefused refused) {
            log.warn("It is not known what would become of the running requests of {}", workflow, refused);
            return null;
        }
    }

    /** Nothing if the workflow itself stays as it is, and only what it calls would be another. */
    private Optional<String> target(Trial trial) {
        if (trial.definitionId() != null || trial.files().isEmpty()) {
            return Optional.ofNullable(trial.definitionId());
        }
        return deployments.deploy(trial.files()).versions().stream()
                .filter(version -> version.key().equals(trial.then().workflow()))
                .map(DefinitionVersion::id)
                .findFirst();
    }

    private Stream<WhatIf.Running> of(Version from, String to, Piece then) {
        String source = from.definition().id();
        MoveOutlook outlook = moves.outlook(source, to, Difference.renamed(versions.file(from), deployments.bytes(to)));
        return outlook.places().stream()
                .map(at -> new WhatIf.Running(
                        from.number(),
                        at.place().steps().stream()
                                .map(step -> diagram.name(source, step))
                                .toList(),
                        at.goes()
                                ? at.place().steps().stream()
                                        .map(step -> then.elements()
                                                .get()
                                                .name(outlook.plan().steps().getOrDefault(step, step)))
                                        .toList()
                                : List.of(),
                        at.obstacles().stream()
                                .map(obstacle -> new WhatIf.Held(
                                        outlook.plan().refused().getOrDefault(obstacle.step(), obstacle.why()),
                                        obstacle.step().isEmpty() ? "" : diagram.name(source, obstacle.step())))
                                .distinct()
                                .toList(),
                        at.place().work().stream()
                                .map(Standing::request)
                                .sorted()
                                .toList()));
    }
}
