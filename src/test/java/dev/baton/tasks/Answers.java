package dev.baton.tasks;

import dev.baton.models.Outcome;
import java.util.List;
import java.util.Optional;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Reads answers as the tasks do, for tests that have texts and no tasks. */
public final class Answers {

    static final List<Outcome> REVIEW = List.of(
            new Outcome("approve", "Approve", false),
            new Outcome("changes", "Request changes", true),
            new Outcome("reject", "Reject", true));

    private static final AnswerReader READER = new AnswerReader(messages());

    private Answers() {}

    /** The outcome of a review that the text names; nothing if it is not clear. */
    public static Optional<String> toReview(String text) {
        return read(text, REVIEW).map(understood -> understood.outcome().value());
    }

    static Optional<AnswerReader.Understood> read(String text, List<Outcome> outcomes) {
        return READER.read(text, outcomes);
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/tasks");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
