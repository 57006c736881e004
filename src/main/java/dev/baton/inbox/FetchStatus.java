package dev.baton.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What this node knows of its connection to one mailbox. */
class FetchStatus {

    private final Clock clock;
    private volatile @Nullable Instant lastLook;
    private volatile @Nullable FetchTrouble trouble;
    private volatile int troubled;
    private volatile int leftAlone;
    private volatile boolean told;
    private volatile @Nullable String unflaggable;
    private volatile boolean atRest;

    FetchStatus(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param oldMail messages that were there before Baton and are not taken
     * @param tellsNews whether the server tells of new mail by itself
     */
    void connected(int oldMail, boolean tellsNews) {
        leftAlone = oldMail;
        told = tellsNews;
    }

    /** A look begins. */
    void looks() {
        atRest = false;
    }

    /** Some mails were fetched; a look at many takes long. */
    void stored() {
        lastLook = clock.instant();
        trouble = null;
    }

    /** A look has ended: all that could be fetched is in the ledger. */
    void looked(Fetch fetch) {
        atRest = true;
        stored();
        troubled = fetch.troubled();
        unflaggable = fetch.unflaggable().orElse(null);
    }

    void lost(Throwable cause) {
        atRest = false;
        trouble = FetchTrouble.of(cause);
    }

    boolean lookedWithin(Duration age) {
        Instant last = lastLook;
        return trouble == null && last != null && !last.isBefore(clock.instant().minus(age));
    }

    /** Whether the mailbox was looked through since it was last connected to, and nothing is being fetched now. */
    boolean atRest() {
        return atRest;
    }

    Optional<Instant> lastLook() {
        return Optional.ofNullable(lastLook);
    }

    Optional<FetchTrouble> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Messages that could not be fetched the last time. */
    int troubled() {
        return troubled;
    }

    /** Messages that were there before Baton and are not taken. */
    int leftAlone() {
        return leftAlone;
    }

    boolean tellsNews() {
        return told;
    }

    /** Why the server does not take our marks, which keeps nothing from being taken. */
    Optional<String> unflaggable() {
        return Optional.ofNullable(unflaggable);
    }
}
