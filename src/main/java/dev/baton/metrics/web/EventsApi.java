package dev.baton.metrics.web;

import dev.baton.metrics.EventExport;
import dev.baton.metrics.Question;
import dev.baton.metrics.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Instant;
import javax.xml.stream.XMLStreamException;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** All events for tools that mine processes, to programs and to whoever sees the numbers. */
@RestController
@Tag(name = "Metrics")
class EventsApi {

    private final QuestionReader questions;
    private final Viewers viewers;
    private final EventExport events;

    EventsApi(QuestionReader questions, Viewers viewers, EventExport events) {
        this.questions = questions;
        this.viewers = viewers;
        this.events = events;
    }

    @GetMapping("/api/events.xes")
    @Operation(
            summary = "All events as XES (IEEE 1849), a trace for each request",
            description =
                    "Of the requests opened in the period, which is all time where none is said. No titles, names or addresses.")
    void all(@ParameterObject QuestionParams params, HttpServletResponse response)
            throws IOException, XMLStreamException {
        write(questions.readLive(sinceEver(params), Scope.ALL), response);
    }

    @GetMapping("/dashboard/events.xes")
    void page(QuestionParams params, Principal principal, HttpServletResponse response)
            throws IOException, XMLStreamException {
        write(questions.readLive(sinceEver(params), viewers.scopeOf(principal)), response);
    }

    private static QuestionParams sinceEver(QuestionParams params) {
        return QuestionParams.said(params.from()).isPresent() ? params : params.since(Instant.EPOCH);
    }

    private void write(Question question, HttpServletResponse response) throws IOException, XMLStreamException {
        response.setContentType("application/xml");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"baton-events.xes\"");
        events.write(question, response.getOutputStream());
    }
}
