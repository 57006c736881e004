package dev.baton.shared;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps what a transaction has read until it ends, so that steps which know nothing of each other read it once. Whoever
 * changes what was read {@linkplain #forget forgets} it. Outside of a transaction everything is read anew.
 */
public final class OncePerTransaction<K, V> {

    /** What this transaction has read, or where there is none, what it {@code read}s now. */
    public V get(K key, Supplier<V> read) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()
                || TransactionSynchronizationManager.getResource(this) instanceof TransactionSynchronization) {
            return read.get();
        }
        Map<K, V> known = known();
        V value = known.get(key);
        if (value == null) {
            value = read.get();
            known.put(key, value);
        }
        return value;
    }

    /** It is to be read again. */
    public void forget(K key) {
        bound().ifPresent(known -> known.remove(key));
    }

    private Map<K, V> known() {
        return bound().orElseGet(() -> {
            Map<K, V> known = new HashMap<>();
            TransactionSynchronizationManager.bindResource(this, known);
            TransactionSynchronizationManager.registerSynchronization(new WhileItLasts(known));
            return known;
        });
    }

    @SuppressWarnings("unchecked")
    private Optional<Map<K, V>> bound() {
        return TransactionSynchronizationManager.getResource(this) instanceof Map<?, ?> known
                ? Optional.of((Map<K, V>) known)
                : Optional.empty();
    }

    /** A transaction within, which suspends this one, has readings of its own. */
    private final class WhileItLasts implements TransactionSynchronization {

        private final Map<K, V> known;
        private boolean over;

        WhileItLasts(Map<K, V> known) {
            this.known = known;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(OncePerTransaction.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(OncePerTransaction.this, over ? this : known);
        }

        /** What was read since the savepoint may never have been. */
        @Override
        public void savepointRollback(Object savepoint) {
            known.clear();
        }

        /** What runs after the commit, while the transaction's synchronizations are still there, reads anew. */
        @Override
        public void beforeCompletion() {
            over = true;
            TransactionSynchronizationManager.unbindResourceIfPossible(OncePerTransaction.this);
            TransactionSynchronizationManager.bindResource(OncePerTransaction.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(OncePerTransaction.this);
        }
    }
}
