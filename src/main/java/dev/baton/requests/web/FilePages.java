package dev.baton.requests.web;

import dev.baton.requests.RequestFiles;
import dev.baton.requests.RequestLinks;
import dev.baton.requests.StoredFile;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The files of requests behind signed links. Only pictures are shown in place; all else is saved, never run. */
@Controller
class FilePages {

    private final RequestFiles files;
    private final RequestLinks links;

    FilePages(RequestFiles files, RequestLinks links) {
        this.files = files;
        this.links = links;
    }

    @GetMapping("/files/{token}")
    ResponseEntity<Resource> file(@PathVariable String token) {
        StoredFile file = links.ofFile(token)
                .flatMap(files::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        ContentDisposition disposition = (file.isPicture()
                        ? ContentDisposition.inline()
                        : ContentDisposition.attachment())
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(
                        file.isPicture()
                                ? MediaType.parseMediaType(file.mediaType())
                                : MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .contentLength(file.size())
                .body(new InputStreamResource(files.content(file.id())));
    }
}
