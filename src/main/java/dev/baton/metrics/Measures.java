package dev.baton.metrics;

import org.springframework.stereotype.Component;

/** Answers questions about how work goes. */
@Component
public class Measures {

    private final StoredFacts facts;

    Measures(StoredFacts facts) {
        this.facts = facts;
    }

    /** Reads what had happened by the question's moment, and counts. */
    public Answer answer(Question question) {
        return new Answer(facts, question);
    }
}
