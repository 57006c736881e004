package dev.baton.shared;

import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A change in a transaction of its own. If somebody else changed the same at the same moment it begins anew, and then
 * sees what they did; on PostgreSQL a failed statement has ended its transaction, so nothing less will do.
 */
@Component
public class Retried {

    private static final int TRIES = 5;

    private final TransactionTemplate transaction;

    Retried(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    /**
     * @throws ConcurrencyFailureException if others were quicker five times
     * @throws DuplicateKeyException likewise
     */
    public <T> T run(Supplier<T> change) {
        for (int attempt = 1; ; attempt++) {
            try {
                T done = transaction.execute(status -> change.get());
                if (done == null) {
                    throw new IllegalStateException("A change without a result");
                }
                return done;
            } catch (ConcurrencyFailureException | DuplicateKeyException lost) {
                if (attempt == TRIES) {
                    throw lost;
                }
            }
        }
    }
}
