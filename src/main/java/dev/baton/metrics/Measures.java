package dev.baton.metrics;

import org.springframework.stereotype.Component;

/** Answers questions about how work goes. */
@Component
public class Measures {

    private final StoredFacts facts;
    private final BaselineFacts baselines;

    Measures(StoredFacts facts, BaselineFacts baselines) {
        this.facts = facts;
        this.baselines = baselines;
    }

    /** Reads what had happened by the question's moment, and counts. */
    public Answer answer(Question question) {
        return new Answer(question.live() ? facts : baselines, question);
    }
}
