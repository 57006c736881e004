package dev.baton.inbox;

import org.jspecify.annotations.Nullable;

/**
 * What was understood of a mail when it was handled, in words of whoever handled it.
 *
 * @param sign by what it was known what the mail is about; null if by nothing, or if it was not asked
 * @param workflow key of the workflow it belongs to; null if it names none
 */
public record Understood(@Nullable String sign, @Nullable String workflow) {}
