package dev.baton.intake;

import dev.baton.inbox.LedgerEntry;
import dev.baton.inbox.LedgerState;
import dev.baton.inbox.ReceivedMail;
import dev.baton.requests.Request;
import java.util.Optional;

/**
 * A mail in the hand of somebody who corrects what became of it.
 *
 * @param entry how it stands now
 * @param letter the mail as somebody wrote it; nothing if nobody knows who
 */
record Held(LedgerEntry entry, ReceivedMail mail, Hand hand, Optional<Letter> letter) {

    boolean is(LedgerState state) {
        return entry.state() == state;
    }

    /** Whether it is part of this request already. */
    boolean isIn(Request request) {
        boolean belongs = is(LedgerState.OPENED) || is(LedgerState.JOINED) || is(LedgerState.ANSWERED);
        return belongs && request.ref().equals(entry.request());
    }
}
