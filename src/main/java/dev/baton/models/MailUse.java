package dev.baton.models;

import java.util.Set;

/**
 * A step of a workflow that sends a mail of the process owner's choice.
 *
 * @param template the mail's name
 * @param workflow what the workflow is called
 * @param key its key
 * @param step what the step is called
 * @param given the names that the workflow fills: its brief, and the inputs of the step
 */
public record MailUse(String template, String workflow, String key, String step, Set<String> given) {}
