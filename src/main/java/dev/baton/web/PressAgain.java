package dev.baton.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.ModelAndView;

/** The page that a form leads to which nobody seems to have sent: it keeps what was filled in, and asks once more. */
@ControllerAdvice(annotations = Controller.class)
class PressAgain {

    /** One thing that was filled in. */
    record Entry(String name, String value) {}

    @ExceptionHandler(NotPressedException.class)
    ModelAndView ask(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        ModelAndView page = new ModelAndView("web/press-again");
        page.addObject("action", request.getRequestURI());
        page.addObject("entries", entries(request));
        page.addObject("files", carriesFiles(request));
        page.addObject("shell", Shell.BARE);
        return page;
    }

    private static List<Entry> entries(HttpServletRequest request) {
        List<Entry> entries = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals(Press.FIELD) && !name.equals("_csrf")) {
                for (String value : values) {
                    entries.add(new Entry(name, value));
                }
            }
        });
        return entries;
    }

    private static boolean carriesFiles(HttpServletRequest request) {
        return request instanceof MultipartHttpServletRequest form
                && form.getMultiFileMap().values().stream()
                        .flatMap(List::stream)
                        .anyMatch(file -> !file.isEmpty());
    }
}
