package dev.baton.engine;

import dev.baton.engine.spi.Standstill;
import dev.baton.engine.spi.StandstillObserver;
import dev.baton.shared.RequestRef;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells of requests that cannot go on. */
final class Standstills {

    private final Supplier<List<StandstillObserver>> observers;
    private final TransactionTemplate ofItsOwn;

    Standstills(Supplier<List<StandstillObserver>> observers, PlatformTransactionManager transactions) {
        this.observers = observers;
        this.ofItsOwn = new TransactionTemplate(transactions);
        ofItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Tells now, in the transaction that is on. */
    void tell(Standstill standstill) {
        observers.get().forEach(observer -> observer.stuck(standstill));
    }

    /**
     * Tells once the transaction that failed is undone, in one of its own.
     *
     * @param request is asked then, when the database can be asked again
     */
    void tellWhenUndone(WorkflowFailed failed, Supplier<Optional<RequestRef>> request) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    if (status != STATUS_COMMITTED) {
                        tell(failed, request);
                    }
                }
            });
        } else {
            tell(failed, request);
        }
    }

    private void tell(WorkflowFailed failed, Supplier<Optional<RequestRef>> request) {
        ofItsOwn.executeWithoutResult(status -> request.get()
                .map(ref -> new Standstill(ref, AtStep.of(failed).orElse(null), reason(failed), false))
                .ifPresent(this::tell));
    }

    /** The innermost cause says it best. */
    private static String reason(Throwable failed) {
        Throwable cause = failed;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
