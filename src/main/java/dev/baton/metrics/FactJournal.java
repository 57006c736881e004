package dev.baton.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gathers rows while a transaction runs and adds them in one go right before it commits, in the order in which they
 * came: one round trip for each table instead of one for each row.
 */
@Component
class FactJournal {

    private final JdbcTemplate jdbc;

    FactJournal(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a row.
     *
     * @param insert the statement, always the same text for one table
     * @param values as {@link dev.baton.shared.Rows#values} makes them
     */
    void add(String insert, List<?> values) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            pending().rows.computeIfAbsent(insert, none -> new ArrayList<>()).add(values.toArray());
        } else {
            jdbc.update(insert, values.toArray());
        }
    }

    private Pending pending() {
        Pending pending = (Pending) TransactionSynchronizationManager.getResource(this);
        if (pending == null) {
            pending = new Pending();
            TransactionSynchronizationManager.bindResource(this, pending);
            TransactionSynchronizationManager.registerSynchronization(pending);
        }
        return pending;
    }

    /** What one transaction has to add. */
    private final class Pending implements TransactionSynchronization {

        private final Map<String, List<Object[]>> rows = new LinkedHashMap<>();

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(FactJournal.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(FactJournal.this, this);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            rows.forEach((insert, values) -> jdbc.batchUpdate(insert, values));
            rows.clear();
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(FactJournal.this);
        }
    }
}
