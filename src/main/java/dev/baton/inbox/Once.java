package dev.baton.inbox;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Works out a value when it is first asked for, and keeps it. */
final class Once<T> implements Supplier<T> {

    private final Supplier<T> source;
    private @Nullable T value;

    Once(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public synchronized T get() {
        T kept = value;
        if (kept == null) {
            kept = source.get();
            value = kept;
        }
        return kept;
    }
}
