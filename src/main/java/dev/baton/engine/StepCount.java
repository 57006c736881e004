package dev.baton.engine;

import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many arrows of a drawing were followed in one call of the engine, and to which step the last one leads. */
final class StepCount implements Session {

    /** A large vote with a part of its own for each voter takes some hundred. */
    static final int MOST_IN_ONE_GO = 2_000;

    /** Steps of one request that a timer or an asynchronous step may add to; a reminder a day for ten years is less. */
    static final int MOST_BY_ITSELF = 10_000;

    private final JdbcClient jdbc;
    private int taken;
    private @Nullable String step;

    private StepCount(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where the work was going when it could not go on; null if it had not left the step it began at. */
    @Nullable
    String step() {
        return step;
    }

    /** @throws WorkflowFailed if the drawing leads round in a circle in which nobody is asked */
    void take(ExecutionEntity execution, boolean byItself) {
        String to = execution.getTransition() == null
                ? null
                : (String) execution.getTransition().getDestination().getProperty("name");
        step = to == null || to.isBlank() ? execution.getCurrentActivityName() : to;
        if (++taken > MOST_IN_ONE_GO) {
            throw new WorkflowFailed("The work went through " + MOST_IN_ONE_GO
                    + " steps without reaching a person: the drawing leads round in a circle");
        }
        if (taken == 1 && byItself && stepsSoFar(execution.getRootProcessInstanceId()) > MOST_BY_ITSELF) {
            throw new WorkflowFailed("The request went through " + MOST_BY_ITSELF
                    + " steps, and a timer or a step that runs by itself goes on for ever");
        }
    }

    private int stepsSoFar(String root) {
        return jdbc.sql("select count(*) from ACT_HI_ACTINST where ROOT_PROC_INST_ID_ = ?")
                .param(root)
                .query(Integer.class)
                .single();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    /** Gives each call of the engine a count of its own. */
    record ForEachCall(JdbcClient jdbc) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return StepCount.class;
        }

        @Override
        public Session openSession() {
            return new StepCount(jdbc);
        }
    }
}
