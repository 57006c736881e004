package dev.baton.metrics.web;

import dev.baton.metrics.BadLogException;
import dev.baton.metrics.Baseline;
import dev.baton.metrics.Baselines;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.Principal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Event logs of how work went elsewhere, for the same measures. */
@RestController
@RequestMapping("/api/baselines")
@Tag(name = "Metrics")
class BaselinesApi {

    private final Baselines baselines;
    private final LogProblems problems;
    private final MessageSource messages;

    BaselinesApi(Baselines baselines, LogProblems problems, MessageSource messages) {
        this.baselines = baselines;
        this.problems = problems;
        this.messages = messages;
    }

    /**
     * A log as it was imported.
     *
     * @param repeated rows that said the same as another one, and were counted once
     * @param unfinished steps that began and never ended in the log
     * @param metrics where its numbers are
     */
    record Imported(
            String name,
            String format,
            Instant importedAt,
            String importedBy,
            long cases,
            long tasks,
            long events,
            long repeated,
            long unfinished,
            Instant from,
            Instant to,
            String metrics) {

        static Imported of(Baseline log) {
            return new Imported(
                    log.name(),
                    log.format(),
                    log.importedAt(),
                    log.importedBy(),
                    log.cases(),
                    log.tasks(),
                    log.events(),
                    log.repeated(),
                    log.unfinished(),
                    log.from(),
                    log.to(),
                    "/api/metrics?source=" + log.name());
        }
    }

    /** All of them: there are never many. */
    record Page(List<Imported> items, @Nullable String next) {}

    @PostMapping
    @Operation(
            summary = "Imports an event log as a source of measures",
            description =
                    "The body is the log, CSV or XES, packed with gzip or not. Nothing of a log that is wrong is kept.")
    @ApiResponse(responseCode = "201", description = "What was read")
    @ApiResponse(responseCode = "409", description = "There is a source of this name")
    @ApiResponse(responseCode = "422", description = "What is wrong, with rows and columns")
    ResponseEntity<Imported> add(
            @RequestParam String name,
            @ParameterObject @ModelAttribute LogParams params,
            InputStream body,
            Principal by)
            throws IOException {
        Imported imported = Imported.of(baselines.add(name.strip(), params.layout(), body, by.getName()));
        return ResponseEntity.created(URI.create(imported.metrics())).body(imported);
    }

    @GetMapping
    @Operation(summary = "The logs that were imported")
    Page all() {
        return new Page(baselines.all().stream().map(Imported::of).toList(), null);
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Removes a log with all that was read from it")
    void remove(@PathVariable String name) {
        if (!baselines.remove(name)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    @ExceptionHandler
    ProblemDetail bad(BadLogException bad) {
        HttpStatus status = switch (bad.problems().get(0).key()) {
            case "used" -> HttpStatus.CONFLICT;
            case "name", "format" -> HttpStatus.BAD_REQUEST;
            case "large" -> HttpStatus.CONTENT_TOO_LARGE;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, problems.first(bad));
        problem.setProperty("problems", problems.of(bad));
        return problem;
    }

    @ExceptionHandler
    ProblemDetail noZone(DateTimeException unknown) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, messages.getMessage("metrics.log.unknown-zone", null, Locale.ENGLISH));
        problem.setProperty("parameter", "zone");
        return problem;
    }
}
