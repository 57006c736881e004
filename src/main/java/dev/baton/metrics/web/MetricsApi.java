package dev.baton.metrics.web;

import dev.baton.metrics.Measures;
import dev.baton.metrics.Question;
import dev.baton.metrics.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The five measures for programs. */
@RestController
@RequestMapping("/api/metrics")
@Tag(name = "Metrics")
class MetricsApi {

    private final QuestionReader questions;
    private final Measures measures;

    MetricsApi(QuestionReader questions, Measures measures) {
        this.questions = questions;
        this.measures = measures;
    }

    @GetMapping
    @Operation(
            summary = "The five measures, each with numerator, denominator and 95 % interval",
            description = "Tasks still open after their date count as late. Lengths are seconds.")
    @ApiResponse(responseCode = "200", description = "The measures as of the time that was asked for")
    @ApiResponse(responseCode = "400", description = "What is wrong with the question, and in which parameter")
    MetricsJson metrics(@ParameterObject QuestionParams params) {
        Question question = questions.read(params, Scope.ALL);
        return MetricsJson.of(params, question, measures.answer(question).report());
    }
}
