package dev.baton.inbox;

import java.util.List;

/**
 * What a filter says of a mail it recognises.
 *
 * @param state ignored or quarantined
 * @param reason which sentence of {@code messages/inbox.properties} says why
 * @param details what the sentence names
 */
record Verdict(LedgerState state, String reason, List<Object> details) {

    static Verdict ignored(String reason, Object... details) {
        return new Verdict(LedgerState.IGNORED, reason, List.of(details));
    }

    static Verdict quarantined(String reason, Object... details) {
        return new Verdict(LedgerState.QUARANTINED, reason, List.of(details));
    }

    Disposition disposition(Reasons reasons) {
        String sentence = reasons.of(this);
        return state == LedgerState.IGNORED ? new Disposition.Ignored(sentence) : new Disposition.Quarantined(sentence);
    }
}
