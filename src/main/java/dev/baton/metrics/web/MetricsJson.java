package dev.baton.metrics.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.baton.metrics.Question;
import dev.baton.metrics.Report;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The measures as the API gives them, with the question they answer.
 *
 * @param from begin of the period
 * @param to end of the period, not included
 * @param asOf what came after this is not looked at; the same question with this time has this answer again
 * @param definitions version of what the measures mean
 * @param examples whether made-up requests were counted
 */
record MetricsJson(
        String source,
        @Nullable String workflow,
        @Nullable String campaign,
        @Nullable String team,
        @Nullable Integer version,
        Instant from,
        Instant to,
        Instant asOf,
        ZoneId zone,
        int definitions,
        boolean examples,
        @JsonUnwrapped Report report) {

    static MetricsJson of(QuestionParams params, Question question, Report report) {
        return new MetricsJson(
                QuestionReader.sourceOf(question),
                QuestionParams.said(params.workflow()).orElse(null),
                question.scope().campaign(),
                question.scope().team(),
                question.scope().version(),
                question.period().from(),
                question.period().to(),
                question.asOf(),
                question.zone(),
                Question.DEFINITIONS,
                question.examples(),
                report);
    }
}
