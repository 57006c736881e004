package dev.baton.intake;

import dev.baton.inbox.ReceivedMail;
import java.util.Optional;

/** Asks one question about a mail. */
interface Question {

    /** What the mail means, if the answer to this question tells. */
    Optional<Meaning> ask(ReceivedMail mail);

    /** What the ledger calls the sign that this question looks for; its words are in {@code messages/intake-ledger.properties}. */
    default String sign() {
        return getClass().getSimpleName();
    }
}
