package dev.baton.bench.web;

import dev.baton.bench.rehearsal.NotPlayableException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** Says that a piece cannot be played, on whichever page of a rehearsal that comes out. */
@ControllerAdvice(assignableTypes = {PreviewPages.class, WalkPages.class, WalkFormPages.class})
class RefusedRehearsals {

    private final Programme programme;

    RefusedRehearsals(Programme programme) {
        this.programme = programme;
    }

    @ExceptionHandler
    ModelAndView refused(NotPlayableException refused, HttpServletRequest request, HttpServletResponse response) {
        if ("iframe".equals(request.getHeader("Sec-Fetch-Dest"))) {
            RehearsalResponse.framed(response);
        }
        Map<?, ?> address = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return new ModelAndView("bench/rehearsal-refused")
                .addObject("entry", programme.find((String) address.get("draft"), (String) address.get("key")))
                .addObject("reason", refused.getMessage());
    }
}
