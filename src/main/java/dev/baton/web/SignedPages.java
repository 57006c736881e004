package dev.baton.web;

import java.util.List;
import java.util.stream.Stream;

/** Pages that a signed link or a form's address leads to; nobody signs in there, the link says whose page it is. */
final class SignedPages {

    /** Tasks, status, forms, briefs, files, how often somebody wants mail, whose request a forward is, and calendars. */
    private static final List<String> STARTS =
            List.of("/t", "/s", "/new", "/brief", "/files", "/q", "/forwarded", "/reply", "/calendar");

    private SignedPages() {}

    static boolean contain(String path) {
        return STARTS.stream().anyMatch(start -> path.equals(start) || path.startsWith(start + "/"));
    }

    static String[] patterns() {
        return STARTS.stream().flatMap(start -> Stream.of(start, start + "/**")).toArray(String[]::new);
    }
}
