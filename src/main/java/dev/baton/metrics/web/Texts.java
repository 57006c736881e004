package dev.baton.metrics.web;

import dev.baton.models.Workflow;
import dev.baton.models.Workflows;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What charts say in words, and what workflows are called. */
@Component
class Texts {

    private final MessageSource messages;
    private final Workflows workflows;

    Texts(MessageSource messages, Workflows workflows) {
        this.messages = messages;
        this.workflows = workflows;
    }

    /** The message {@code metrics.KEY}. */
    String of(String key, Object... words) {
        return messages.getMessage("metrics." + key, words, Locale.ENGLISH);
    }

    /** The workflow's name; its key if it is no longer deployed. */
    String workflow(String key) {
        return workflows.byKey(key).map(Workflow::name).orElse(key);
    }
}
