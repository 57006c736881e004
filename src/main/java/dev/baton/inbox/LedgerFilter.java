package dev.baton.inbox;

import dev.baton.shared.RequestRef;
import org.jspecify.annotations.Nullable;

/**
 * Which entries a list shows; null asks for any.
 *
 * @param state only entries in this state
 * @param request only entries of this request
 */
public record LedgerFilter(
        @Nullable LedgerState state, @Nullable RequestRef request) {

    /** Every entry. */
    public static LedgerFilter all() {
        return new LedgerFilter(null, null);
    }

    /** Entries in this state. */
    public static LedgerFilter in(LedgerState state) {
        return new LedgerFilter(state, null);
    }
}
