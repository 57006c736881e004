package dev.baton.engine;

import java.sql.SQLException;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.OptimisticLockingFailureException;

/** Turns the engine's exceptions into ones that callers without the engine's classes can tell apart. */
final class EngineCalls {

    private EngineCalls() {}

    /**
     * @param about what the call was for, such as a reference or the id of a task
     * @throws OptimisticLockingFailureException if somebody else changed the same at the same time: do it again in a
     *     new transaction
     * @throws WorkflowFailed if the model cannot go on
     * @throws CodeRefused if the model holds code
     */
    static <T> T call(Object about, Supplier<T> call) {
        try {
            return call.get();
        } catch (OptimisticLockingException lost) {
            throw new OptimisticLockingFailureException("Changed at the same time: " + about, lost);
        } catch (ProcessEngineException | FeelException | DmnEngineException failed) {
            if (isOfTheMoment(failed)) {
                throw new OptimisticLockingFailureException("Changed at the same time: " + about, failed);
            }
            throw new WorkflowFailed(about + ": " + failed.getMessage(), failed);
        }
    }

    /**
     * The same for a call in which a model that is deployed takes its steps, however it fails.
     *
     * @throws OptimisticLockingFailureException if somebody else changed the same at the same time
     * @throws WorkflowFailed if the model cannot go on
     */
    static <T> T step(Object about, Supplier<T> call) {
        try {
            return call(about, call);
        } catch (CodeRefused | StackOverflowError failed) {
            throw new WorkflowFailed(about + ": " + failed.getMessage(), failed);
        }
    }

    /** A deadlock or the like, met by the engine itself (SQLSTATE class 40) or by an observer within it. */
    private static boolean isOfTheMoment(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConcurrencyFailureException
                    || (cause instanceof SQLException sql
                            && sql.getSQLState() != null
                            && sql.getSQLState().startsWith("40"))) {
                return true;
            }
        }
        return false;
    }
}
