package dev.baton.inbox;

import org.jspecify.annotations.Nullable;

/**
 * A mail with what became of it.
 *
 * @param workflow whose workflow that is; null if the mail names none
 */
record ClosedMail(
        ReceivedMail mail,
        Disposition disposition,
        @Nullable String workflow) {}
