package dev.baton.engine;

import java.util.function.Supplier;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.dao.OptimisticLockingFailureException;

/** Turns the engine's exceptions into ones that callers without the engine's classes can tell apart. */
final class EngineCalls {

    private EngineCalls() {}

    /**
     * @param about what the call was for, such as a reference or the id of a task
     * @throws OptimisticLockingFailureException if somebody else changed the same at the same time: do it again in a
     *     new transaction
     * @throws WorkflowFailed if the model cannot go on
     */
    static <T> T call(Object about, Supplier<T> call) {
        try {
            return call.get();
        } catch (OptimisticLockingException lost) {
            throw new OptimisticLockingFailureException("Changed at the same time: " + about, lost);
        } catch (ProcessEngineException | FeelException | DmnEngineException failed) {
            throw new WorkflowFailed(about + ": " + failed.getMessage(), failed);
        }
    }
}
