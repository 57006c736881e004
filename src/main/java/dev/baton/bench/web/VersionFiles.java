package dev.baton.bench.web;

import static dev.baton.bench.web.KnownVersions.one;

import dev.baton.bench.Version;
import dev.baton.bench.Versions;
import dev.baton.models.Diagram;
import dev.baton.models.Difference;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** A version's file, its drawing, and the drawing as a picture. */
@Controller
@RequestMapping("/bench/{kind:workflows|decisions}/{key}/versions/{number}")
class VersionFiles {

    private final KnownVersions known;
    private final Versions versions;
    private final Diagram diagram;

    VersionFiles(KnownVersions known, Versions versions, Diagram diagram) {
        this.known = known;
        this.versions = versions;
        this.diagram = diagram;
    }

    @GetMapping(path = "/diagram", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    String diagram(@PathVariable String key, @PathVariable int number) {
        return diagram.xml(one(known.all(key), number).definition().id());
    }

    /** @param against the version it is compared with; null for none */
    @GetMapping(path = "/diagram.svg", produces = "image/svg+xml")
    @ResponseBody
    String picture(
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable Integer against) {
        List<Version> all = known.all(key);
        Version shown = one(all, number);
        Map<String, String> marks = against == null ? Map.of() : marks(shown, one(all, against));
        return diagram.picture(shown.definition().id(), marks)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Map<String, String> marks(Version shown, Version other) {
        boolean later = shown.number() > other.number();
        Difference difference = later ? versions.between(other, shown) : versions.between(shown, other);
        return VersionPages.byElement(difference, later ? "added" : "removed");
    }

    @GetMapping("/file")
    ResponseEntity<byte[]> file(@PathVariable String kind, @PathVariable String key, @PathVariable int number) {
        Version version = one(known.all(kind, key), number);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(version.definition().file())
                                .build()
                                .toString())
                .body(versions.file(version));
    }
}
