package dev.baton.tasks.web;

import jakarta.servlet.http.HttpServletResponse;

/** The page of a link that we never signed. */
final class UnknownLink {

    private UnknownLink() {}

    static String show(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        return "tasks/unknown-link";
    }
}
