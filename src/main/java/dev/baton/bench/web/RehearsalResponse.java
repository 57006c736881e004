package dev.baton.bench.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.ui.Model;

/** What browsers are told about pages that show mails and pages of a rehearsal in frames. */
final class RehearsalResponse {

    private static final String POLICY = "Content-Security-Policy";
    private static final String OURS = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data: https:; font-src 'self'; connect-src 'self'; form-action 'self';"
            + " base-uri 'none'; frame-src 'self'; frame-ancestors 'none'";
    private static final String IN_A_FRAME = "default-src 'none'; script-src 'none'; style-src 'self';"
            + " style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; form-action 'none';"
            + " base-uri 'none'; frame-ancestors 'self'; sandbox allow-scripts";
    private static final int SECONDS = 2;

    private RehearsalResponse() {}

    /** A page that shows mails, which bring their own styles, in frames that run nothing. */
    static void framing(HttpServletResponse response) {
        response.setHeader(POLICY, OURS);
    }

    /**
     * A page in a frame: nothing in it runs or can be sent. That scripts may run as far as the sandbox goes only keeps
     * away what the page says to people without them.
     */
    static void framed(HttpServletResponse response) {
        response.setHeader(POLICY, IN_A_FRAME);
    }

    /** The same in a frame. */
    static String waitingInFrame(HttpServletResponse response, Model model) {
        framed(response);
        model.addAttribute("shell", null);
        return waiting(response);
    }

    /** A page that says that it takes some seconds, and asks again by itself. */
    static String waiting(HttpServletResponse response) {
        response.setHeader("Refresh", String.valueOf(SECONDS));
        response.setStatus(HttpServletResponse.SC_ACCEPTED);
        return "bench/rehearsal-waiting";
    }
}
