package dev.baton.intake.web;

import dev.baton.requests.RequestLinks;
import dev.baton.shared.RequestRef;
import org.springframework.stereotype.Component;

/** Sends a browser on to a request's status page, at the address it reached us by. */
@Component
class StatusRedirect {

    private final RequestLinks links;

    StatusRedirect(RequestLinks links) {
        this.links = links;
    }

    String of(RequestRef request) {
        return "redirect:" + path(request);
    }

    String path(RequestRef request) {
        String url = links.status(request);
        return url.substring(url.lastIndexOf("/s/"));
    }
}
