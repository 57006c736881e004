package dev.baton.outbox;

/**
 * A template filled with a model.
 *
 * @param subject one line, without the reference in front
 * @param html the whole HTML document
 * @param text the same in plain text
 */
public record RenderedMail(String subject, String html, String text) {}
