package dev.baton.intake.web;

import dev.baton.requests.Request;
import dev.baton.requests.RequestLinks;
import dev.baton.shared.EmailAddress;
import org.springframework.stereotype.Component;

/** Sends a browser on to a request's status page, at the address it reached us by. */
@Component
class StatusRedirect {

    private final RequestLinks links;

    StatusRedirect(RequestLinks links) {
        this.links = links;
    }

    /** For its requester. */
    String of(Request request) {
        return "redirect:" + path(request, request.requester());
    }

    String path(Request request, EmailAddress reader) {
        String url = links.status(request, reader);
        return url.substring(url.lastIndexOf("/s/"));
    }
}
