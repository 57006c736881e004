package dev.baton.intake;

import dev.baton.inbox.ReceivedMail;
import java.util.Optional;

/** Asks one question about a mail. */
interface Question {

    /** What the mail means, if the answer to this question tells. */
    Optional<Meaning> ask(ReceivedMail mail);
}
