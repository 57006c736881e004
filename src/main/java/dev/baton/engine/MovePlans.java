package dev.baton.engine;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;

/** Makes plans of what goes where, and leaves out what cannot go there. */
final class MovePlans {

    /** Around a step that several people do, the engine knows one more, by the same id with this behind it. */
    private static final String BODY = "#multiInstanceBody";

    private final RuntimeService runtime;
    private final RepositoryService repository;

    MovePlans(RuntimeService runtime, RepositoryService repository) {
        this.runtime = runtime;
        this.repository = repository;
    }

    /** The id that the step has in its model. */
    static String step(String id) {
        return id.endsWith(BODY) ? id.substring(0, id.length() - BODY.length()) : id;
    }

    /**
     * Equal steps go to each other by themselves.
     *
     * @param wanted further or other ways, ids of the old version to ids of the new; those to an empty id stay
     */
    MovePlan between(String from, String to, Map<String, String> wanted) {
        Map<String, Way> ways = new LinkedHashMap<>();
        equal(from, to)
                .getInstructions()
                .forEach(equal -> ways.put(
                        equal.getSourceActivityId(),
                        new Way(equal.getTargetActivityId(), equal.isUpdateEventTrigger())));
        wanted.forEach((step, target) -> {
            if (target.isEmpty()) {
                ways.remove(step);
                ways.remove(step + BODY);
            } else if (!ways.containsKey(step) || !ways.get(step).target().equals(target)) {
                ways.put(step, new Way(target, false));
                if (isForSeveral(from, step) && isForSeveral(to, target)) {
                    ways.put(step + BODY, new Way(target + BODY, false));
                }
            }
        });
        return valid(from, to, ways);
    }

    private boolean isForSeveral(String definitionId, String step) {
        return repository.getBpmnModelInstance(definitionId).getModelElementById(step) instanceof Activity activity
                && activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics;
    }

    /** Also where the engine objects to some of it, which is then left out. */
    private MigrationPlan equal(String from, String to) {
        try {
            return runtime.createMigrationPlan(from, to).mapEqualActivities().build();
        } catch (MigrationPlanValidationException invalid) {
            return invalid.getValidationReport().getMigrationPlan();
        }
    }

    /** @param updates whether what an event waits for is read anew, which some kinds ask for */
    private record Way(String target, boolean updates) {}

    private MovePlan valid(String from, String to, Map<String, Way> ways) {
        Map<String, Hindrance> refused = new HashMap<>();
        while (true) {
            try {
                MigrationPlan plan = build(from, to, ways);
                Map<String, String> steps = new LinkedHashMap<>();
                ways.forEach((step, way) -> steps.put(step, way.target()));
                return new MovePlan(plan, steps, refused);
            } catch (MigrationPlanValidationException invalid) {
                int before = ways.size();
                invalid.getValidationReport().getInstructionReports().forEach(report -> {
                    MigrationInstruction instruction = report.getMigrationInstruction();
                    ways.remove(instruction.getSourceActivityId());
                    refused.put(step(instruction.getSourceActivityId()), Hindrance.of(report.getFailures()));
                });
                if (ways.size() == before) {
                    throw invalid;
                }
            }
        }
    }

    private MigrationPlan build(String from, String to, Map<String, Way> ways) {
        MigrationPlanBuilder builder = runtime.createMigrationPlan(from, to);
        ways.forEach((step, way) -> {
            if (way.updates()) {
                builder.mapActivities(step, way.target()).updateEventTrigger();
            } else {
                builder.mapActivities(step, way.target());
            }
        });
        return builder.build();
    }
}
