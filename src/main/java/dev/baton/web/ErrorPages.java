package dev.baton.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ModelAndView;

/** Where everything ends that went wrong: a page in plain words for people, a problem for programs. */
@Controller
class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private static final Set<Integer> EXPLAINED = Set.of(400, 403, 404, 405, 410, 413, 422, 500);

    private final ErrorAttributes errors;
    private final Problems problems;
    private final MultipartProperties uploads;

    ErrorPages(ErrorAttributes errors, Problems problems, MultipartProperties uploads) {
        this.errors = errors;
        this.problems = problems;
        this.uploads = uploads;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request, HttpServletResponse response) {
        HttpStatus status = status(request);
        boolean ours = status.is5xxServerError() || status == HttpStatus.UNPROCESSABLE_CONTENT;
        String id = ours ? logged(request, status) : null;
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (path.startsWith(request.getContextPath() + "/api/")
                || path.startsWith(request.getContextPath() + "/actuator")
                || path.startsWith(request.getContextPath() + "/engine-rest/")) {
            ProblemDetail problem = problems.at(path, problems.of(status, id));
            return ResponseEntity.status(status).body(problem);
        }
        return new ModelAndView(
                "web/error",
                Map.of(
                        "error", page(request, status),
                        "id", Optional.ofNullable(id).orElse(""),
                        "oneFile", uploads.getMaxFileSize().toMegabytes(),
                        "allFiles", uploads.getMaxRequestSize().toMegabytes()),
                status);
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return status != null ? status : code == null ? HttpStatus.NOT_FOUND : HttpStatus.INTERNAL_SERVER_ERROR;
    }

    /** The number that a person quotes and that stands beside the cause in the log. */
    private String logged(HttpServletRequest request, HttpStatus status) {
        String id = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Error {} (status {})", id, status.value(), errors.getError(new ServletWebRequest(request)));
        return id;
    }

    private static String page(HttpServletRequest request, HttpStatus status) {
        if (request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException) {
            return "stale";
        }
        return EXPLAINED.contains(status.value())
                ? String.valueOf(status.value())
                : status.is5xxServerError() ? "500" : "400";
    }
}
