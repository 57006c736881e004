package dev.baton.inbox;

import dev.baton.shared.RequestRef;
import org.jspecify.annotations.Nullable;

/** What became of a mail: the final state of its ledger entry, the request it belongs to, the reason for a person. */
public sealed interface Disposition {

    /** The sign of what a person said becomes of a mail. */
    String BY_HAND = "ByHand";

    /** The state the entry ends in. */
    LedgerState state();

    /** The request the mail belongs to, if any. */
    default @Nullable RequestRef request() {
        return null;
    }

    /** Why, in a sentence for the person who reads the ledger. */
    default @Nullable String reason() {
        return null;
    }

    /** The same with one more sentence; where the state says all, the same. */
    default Disposition and(String sentence) {
        return this;
    }

    /** By which sign it was known what the mail is about, in a word of whoever handled it; null if by none. */
    default @Nullable String sign() {
        return null;
    }

    /** A request was opened with it; the reason says why it follows the workflow it does, where that may surprise. */
    record Opened(RequestRef request, @Nullable String reason) implements Disposition {

        public Opened(RequestRef request) {
            this(request, null);
        }

        @Override
        public LedgerState state() {
            return LedgerState.OPENED;
        }
    }

    /** It joined the conversation of a request; the reason says what else was meant and not done. */
    record Joined(RequestRef request, @Nullable String reason) implements Disposition {

        public Joined(RequestRef request) {
            this(request, null);
        }

        @Override
        public Joined and(String sentence) {
            return new Joined(request, reason == null ? sentence : reason + " " + sentence);
        }

        @Override
        public LedgerState state() {
            return LedgerState.JOINED;
        }
    }

    /** It answered a task of a request; the reason says what it decided. */
    record Answered(RequestRef request, @Nullable String reason) implements Disposition {

        public Answered(RequestRef request) {
            this(request, null);
        }

        @Override
        public LedgerState state() {
            return LedgerState.ANSWERED;
        }
    }

    /** Nothing follows from it; the request is the one it concerns, if any. */
    record Ignored(@Nullable RequestRef request, String reason) implements Disposition {

        public Ignored(String reason) {
            this(null, reason);
        }

        /** The same with the request that it concerns. */
        public Ignored about(@Nullable RequestRef concerned) {
            return new Ignored(concerned, reason);
        }

        @Override
        public Ignored and(String sentence) {
            return new Ignored(request, reason + " " + sentence);
        }

        @Override
        public LedgerState state() {
            return LedgerState.IGNORED;
        }
    }

    /** Somebody has to look at it. */
    record Quarantined(String reason) implements Disposition {

        @Override
        public Quarantined and(String sentence) {
            return new Quarantined(reason + " " + sentence);
        }

        @Override
        public LedgerState state() {
            return LedgerState.QUARANTINED;
        }
    }

    /** The same, with the sign by which it was known. */
    record Known(String sign, Disposition disposition) implements Disposition {

        @Override
        public Known and(String sentence) {
            return new Known(sign, disposition.and(sentence));
        }

        @Override
        public LedgerState state() {
            return disposition.state();
        }

        @Override
        public @Nullable RequestRef request() {
            return disposition.request();
        }

        @Override
        public @Nullable String reason() {
            return disposition.reason();
        }
    }
}
