package dev.baton.inbox;

import java.util.Optional;

/** Asks one question about a mail. */
interface Filter {

    /** What becomes of the mail, or nothing if this filter has nothing against it. */
    Optional<Verdict> judge(ReceivedMail mail);
}
