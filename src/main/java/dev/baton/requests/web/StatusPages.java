package dev.baton.requests.web;

import dev.baton.models.Diagram;
import dev.baton.requests.Request;
import dev.baton.requests.RequestLinks;
import dev.baton.requests.RequestPictures;
import dev.baton.requests.Requests;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** The status page behind its signed link: whoever has the link may look, without an account. */
@Controller
class StatusPages {

    private final Requests requests;
    private final RequestLinks links;
    private final StatusReader reader;
    private final Diagram diagrams;
    private final RequestPictures pictures;

    StatusPages(
            Requests requests, RequestLinks links, StatusReader reader, Diagram diagrams, RequestPictures pictures) {
        this.pictures = pictures;
        this.requests = requests;
        this.links = links;
        this.reader = reader;
        this.diagrams = diagrams;
    }

    @GetMapping("/s/{token}")
    String status(@PathVariable String token, Model model) {
        Request request = request(token);
        model.addAttribute("status", reader.read(request, "/s/" + token));
        return "requests/status";
    }

    @GetMapping(path = "/s/{token}/diagram", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    String diagram(@PathVariable String token) {
        String definition = request(token).definitionId();
        if (definition == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return diagrams.xml(definition);
    }

    /** The same as a picture, with the step marked where the work is. */
    @GetMapping(path = "/s/{token}/diagram.svg", produces = "image/svg+xml")
    @ResponseBody
    String picture(@PathVariable String token) {
        Request request = request(token);
        return pictures.of(request).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Request request(String token) {
        Request request = links.ofStatus(token)
                .flatMap(requests::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!links.stillOpens(request, token)) {
            throw new ResponseStatusException(HttpStatus.GONE);
        }
        return request;
    }
}
