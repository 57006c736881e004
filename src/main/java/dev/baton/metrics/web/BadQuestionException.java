package dev.baton.metrics.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A question that cannot be answered as it was put; says which part of it is wrong and what would be right. */
class BadQuestionException extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    BadQuestionException(String parameter, String detail) {
        super(HttpStatus.BAD_REQUEST, problem(parameter, detail), null);
    }

    private static ProblemDetail problem(String parameter, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, detail);
        problem.setProperty("parameter", parameter);
        return problem;
    }

    /** What is wrong, in a sentence. */
    String detail() {
        return String.valueOf(getBody().getDetail());
    }
}
