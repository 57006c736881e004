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
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
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
        return Optional.ofNullable((Map<K, V>) TransactionSynchronizationManager.getResource(this));
    }

    /** A transaction within, which suspends this one, has readings of its own. */
    private final class WhileItLasts implements TransactionSynchronization {

        private final Map<K, V> known;

        WhileItLasts(Map<K, V> known) {
            this.known = known;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(OncePerTransaction.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(OncePerTransaction.this, known);
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResourceIfPossible(OncePerTransaction.this);
        }
    }
}
