package dev.baton.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ParallelMultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.SequentialMultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.migration.validation.activity.SupportedActivityValidator;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;

/**
 * A step for several people, of whom there are never very many: the engine would make a million rows for {@code
 * loopCardinality} 1000000 in one transaction.
 */
final class FewAtOnce {

    /** More people than that are asked by a mailing list. */
    static final int MOST = 200;

    /** Running work is moved to another version only where the engine knows the classes of its steps. */
    static {
        SupportedActivityValidator.SUPPORTED_ACTIVITY_BEHAVIORS.addAll(List.of(AtOnce.class, InTurn.class));
    }

    private FewAtOnce() {}

    /** Puts a counting behaviour into the place of the engine's. */
    static void limit(ActivityImpl body) {
        MultiInstanceActivityBehavior given = (MultiInstanceActivityBehavior) body.getActivityBehavior();
        MultiInstanceActivityBehavior counting =
                given instanceof SequentialMultiInstanceActivityBehavior ? new InTurn() : new AtOnce();
        counting.setLoopCardinalityExpression(given.getLoopCardinalityExpression());
        counting.setCompletionConditionExpression(given.getCompletionConditionExpression());
        counting.setCollectionExpression(given.getCollectionExpression());
        counting.setCollectionVariable(given.getCollectionVariable());
        counting.setCollectionElementVariable(given.getCollectionElementVariable());
        body.setActivityBehavior(counting);
    }

    private static void refuseMany(ActivityImpl step, int number) {
        if (number > MOST) {
            throw new WorkflowFailed(
                    "The step '" + step.getName() + "' is for " + number + "; at most " + MOST + " can have it");
        }
    }

    private static final class AtOnce extends ParallelMultiInstanceActivityBehavior {
        @Override
        protected void createInstances(ActivityExecution execution, int number) throws Exception {
            refuseMany(getInnerActivity(execution.getActivity()), number);
            super.createInstances(execution, number);
        }
    }

    private static final class InTurn extends SequentialMultiInstanceActivityBehavior {
        @Override
        protected void createInstances(ActivityExecution execution, int number) throws Exception {
            refuseMany(getInnerActivity(execution.getActivity()), number);
            super.createInstances(execution, number);
        }
    }
}
