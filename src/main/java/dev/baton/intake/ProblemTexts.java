package dev.baton.intake;

import dev.baton.engine.FormAnswers;
import dev.baton.tasks.FormViews;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what is wrong with what was filled in. */
@Component
class ProblemTexts {

    private final Words words;
    private final FormViews views;

    ProblemTexts(Words words, FormViews views) {
        this.words = words;
        this.views = views;
    }

    /** A problem with what every request has. */
    FieldProblem of(String field, String rule, @Nullable Object... details) {
        return new FieldProblem(field, rule, words.sentence("problem." + rule, details));
    }

    /** A problem with a field of the brief. */
    FieldProblem of(FormAnswers.Problem problem) {
        return new FieldProblem(problem.field().id(), problem.rule(), views.words(problem));
    }
}
