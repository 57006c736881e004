package dev.baton.intake;

/**
 * Why something that was filled in cannot be taken.
 *
 * @param field {@code title}, {@code requester}, {@code requesterName}, {@code campaign}, {@code workflow}, or a field of
 *     the brief
 * @param rule what it breaks: {@code required}, {@code maxlength}, {@code type}, …
 * @param message what is wrong and what to do, for the person who filled it in
 */
public record FieldProblem(String field, String rule, String message) {}
