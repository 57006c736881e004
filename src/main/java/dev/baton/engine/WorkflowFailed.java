package dev.baton.engine;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The model could not go on: an expression of unknown variables, a decision without a rule, a step without input. */
@ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
public final class WorkflowFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WorkflowFailed(String what) {
        this(what, null);
    }

    WorkflowFailed(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}
