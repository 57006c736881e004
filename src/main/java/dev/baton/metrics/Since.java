package dev.baton.metrics;

import org.jspecify.annotations.Nullable;

/**
 * What holds from a moment on, and what held before it.
 *
 * @param at milliseconds
 * @param before null for the first
 */
record Since<T>(T what, long at, @Nullable Since<T> before) {

    /** What held at that moment; null if nothing did yet. */
    static <T> @Nullable T at(@Nullable Since<T> last, long asOf) {
        Since<T> held = last;
        while (held != null && held.at() > asOf) {
            held = held.before();
        }
        return held == null ? null : held.what();
    }
}
