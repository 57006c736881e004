package dev.baton.engine;

import java.util.Map;
import org.camunda.bpm.engine.migration.MigrationPlan;

/** Which step of one version goes on at which step of another. */
public final class MovePlan {

    private final MigrationPlan plan;
    private final Map<String, String> steps;
    private final Map<String, Hindrance> refused;

    MovePlan(MigrationPlan plan, Map<String, String> steps, Map<String, Hindrance> refused) {
        this.plan = plan;
        this.steps = Map.copyOf(steps);
        this.refused = Map.copyOf(refused);
    }

    /** The version that work is in. */
    public String from() {
        return plan.getSourceProcessDefinitionId();
    }

    /** The version that it is to go on in. */
    public String to() {
        return plan.getTargetProcessDefinitionId();
    }

    /** Ids of steps of the new version by those of the old one. */
    public Map<String, String> steps() {
        return steps;
    }

    /** Wanted ways from step to step that cannot be, by the id of the old step, and why. */
    public Map<String, Hindrance> refused() {
        return refused;
    }

    MigrationPlan engines() {
        return plan;
    }
}
