package dev.baton.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Says to programs what is wrong (RFC 9457), also where no handler is reached. */
@Component
class Problems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final MessageSource messages;
    private final JsonMapper json;

    Problems(MessageSource messages, JsonMapper json) {
        this.messages = messages;
        this.json = json;
    }

    /** A problem with the words for its status; statuses without words of their own have those of 400 or 500. */
    ProblemDetail of(HttpStatus status, @Nullable String id) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        String general = text("web.problem." + (status.is5xxServerError() ? 500 : 400), null);
        problem.setDetail(text("web.problem." + status.value(), general));
        if (id != null) {
            problem.setProperty("id", id);
        }
        return problem;
    }

    /**
     * The same as the problem of this address. Camunda Modeler reads no {@code detail}: what it shows its user is the
     * {@code message}, in words about its own fields.
     */
    ProblemDetail at(String path, ProblemDetail problem) {
        problem.setInstance(URI.create(path));
        if (path.contains("/engine-rest/")) {
            problem.setProperty("message", text("web.problem.modeler." + problem.getStatus(), problem.getDetail()));
        }
        return problem;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        write(HttpStatus.UNAUTHORIZED, request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        write(HttpStatus.FORBIDDEN, request, response);
    }

    private void write(HttpStatus status, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ProblemDetail problem = at(request.getRequestURI(), of(status, null));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }

    private @Nullable String text(String key, @Nullable String otherwise) {
        return messages.getMessage(key, null, otherwise, Locale.ENGLISH);
    }
}
