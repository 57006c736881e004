package dev.baton.bench.whatif;

import dev.baton.bench.rehearsal.Piece;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version that is tried on past requests.
 *
 * @param now the workflow as it is deployed; null if it is not
 * @param then the workflow as it would be
 * @param files what would be deployed, by name; empty if the version is deployed already
 * @param definitionId the engine's id of the version, if it is deployed; null otherwise
 * @param requests how many are tried at most, the newest
 */
public record Trial(
        @Nullable Piece now,
        Piece then,
        Map<String, byte[]> files,
        @Nullable String definitionId,
        int requests) {

    /** The most requests that can be asked for. */
    public static final int MOST = 1_000;

    /** How many it is where nobody says. */
    public static final int USUAL = 200;

    /** As many requests as somebody wants, within what can be. */
    public static int within(int wanted) {
        return Math.max(1, Math.min(MOST, wanted));
    }

    /** The same for trials that come to the same. */
    String digest() {
        return requests + " " + then.digest() + " " + (now == null ? "" : now.digest())
                + files.values().stream().mapToInt(Arrays::hashCode).sum() + definitionId;
    }
}
