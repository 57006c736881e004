package dev.baton.engine;

import java.util.Arrays;
import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Goes with a failure, as one that it suppressed, and says at which step of the drawing it happened. */
final class AtStep extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private AtStep(String step) {
        super(step, null, false, false);
    }

    /** The step at which this failed, if that is known. */
    static Optional<String> of(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            Optional<String> step = Arrays.stream(cause.getSuppressed())
                    .filter(AtStep.class::isInstance)
                    .map(Throwable::getMessage)
                    .findFirst();
            if (step.isPresent()) {
                return step;
            }
        }
        return Optional.empty();
    }

    /** Stands inside the engine's own call, where it still knows how far it came. */
    static final class Noted extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            try {
                return next.execute(command);
            } catch (RuntimeException failed) {
                String step =
                        Context.getCommandContext().getSession(StepCount.class).step();
                if (step != null) {
                    failed.addSuppressed(new AtStep(step));
                }
                throw failed;
            }
        }
    }
}
