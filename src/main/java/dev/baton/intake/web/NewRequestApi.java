package dev.baton.intake.web;

import dev.baton.intake.FieldProblem;
import dev.baton.intake.Submission;
import dev.baton.intake.Submissions;
import dev.baton.intake.Submitted;
import dev.baton.models.Workflow;
import dev.baton.models.Workflows;
import dev.baton.requests.Request;
import dev.baton.requests.web.RequestJson;
import dev.baton.requests.web.RequestsJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Work asked for by programs. */
@RestController
@Tag(name = "Requests")
class NewRequestApi {

    /**
     * What a program asks for.
     *
     * @param workflow key of the workflow
     * @param requester mail address of the person it is asked for
     * @param brief by field of the workflow's form: texts, numbers, true or false, days as {@code 2026-03-14}
     */
    record Asked(
            @Nullable String workflow,
            @Nullable String title,
            @Nullable String requester,
            @Nullable String requesterName,
            @Nullable String campaign,
            @Nullable Map<String, @Nullable Object> brief) {

        Submission of(Workflow known) {
            Map<String, String> answers = new LinkedHashMap<>();
            if (brief != null) {
                brief.forEach((field, value) -> {
                    if (value != null) {
                        answers.put(field, value.toString());
                    }
                });
            }
            return new Submission(
                    known, null, text(title), text(requester), text(requesterName), text(campaign), answers, List.of());
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value;
        }
    }

    private final Workflows workflows;
    private final Submissions submissions;
    private final RequestsJson json;
    private final MessageSource messages;

    NewRequestApi(Workflows workflows, Submissions submissions, RequestsJson json, MessageSource messages) {
        this.workflows = workflows;
        this.submissions = submissions;
        this.json = json;
        this.messages = messages;
    }

    @PostMapping("/api/requests")
    @Operation(summary = "Opens a request; 422 with all that is wrong if it cannot be opened")
    ResponseEntity<RequestJson> open(@RequestBody Asked asked) {
        Workflow workflow = Optional.ofNullable(asked.workflow())
                .flatMap(workflows::byKey)
                .orElseThrow(() -> refused(List.of(unknownWorkflow(asked))));
        Submitted submitted = submissions.submit(asked.of(workflow));
        if (submitted instanceof Submitted.Refused refused) {
            throw refused(refused.problems());
        }
        Request opened = ((Submitted.Opened) submitted).request();
        return ResponseEntity.created(URI.create("/api/requests/" + opened.ref()))
                .body(json.of(opened));
    }

    private FieldProblem unknownWorkflow(Asked asked) {
        String known = workflows.all().stream().map(Workflow::key).collect(Collectors.joining(", "));
        return asked.workflow() == null
                ? new FieldProblem("workflow", "required", text("problem.no-workflow", known))
                : new FieldProblem("workflow", "unknown", text("problem.unknown-workflow", asked.workflow(), known));
    }

    private ErrorResponseException refused(List<FieldProblem> problems) {
        ErrorResponseException problem = new ErrorResponseException(HttpStatus.UNPROCESSABLE_CONTENT);
        problem.setDetail(text("problem.refused"));
        problem.getBody().setProperty("errors", problems);
        return problem;
    }

    private String text(String name, Object... details) {
        return messages.getMessage("intake." + name, details, Locale.ENGLISH);
    }
}
