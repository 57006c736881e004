package dev.baton.engine;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;

/** Makes plans of what goes where, and leaves out what cannot go there. */
final class MovePlans {

    private final RuntimeService runtime;

    MovePlans(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /**
     * Equal steps go to each other by themselves.
     *
     * @param wanted further or other ways, ids of the old version to ids of the new; those to an empty id stay
     */
    MovePlan between(String from, String to, Map<String, String> wanted) {
        Map<String, Way> ways = new LinkedHashMap<>();
        runtime.createMigrationPlan(from, to)
                .mapEqualActivities()
                .build()
                .getInstructions()
                .forEach(equal -> ways.put(
                        equal.getSourceActivityId(),
                        new Way(equal.getTargetActivityId(), equal.isUpdateEventTrigger())));
        wanted.forEach((step, target) -> {
            if (target.isEmpty()) {
                ways.remove(step);
            } else if (!ways.containsKey(step) || !ways.get(step).target().equals(target)) {
                ways.put(step, new Way(target, false));
            }
        });
        return valid(from, to, ways);
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
                    refused.put(instruction.getSourceActivityId(), Hindrance.of(report.getFailures()));
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
