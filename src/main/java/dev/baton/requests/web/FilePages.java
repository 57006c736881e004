package dev.baton.requests.web;

import dev.baton.requests.RequestFiles;
import dev.baton.requests.RequestLinks;
import dev.baton.requests.SourceWithoutLinks;
import dev.baton.requests.StoredFile;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * The files of requests behind signed links. Only pictures are shown in place; all else is saved, never run. Mails and other
 * texts are given without links that are one person's alone: somebody may attach a mail of ours with theirs in it.
 */
@Controller
class FilePages {

    private final RequestFiles files;
    private final RequestLinks links;
    private final SourceWithoutLinks source;

    FilePages(RequestFiles files, RequestLinks links, SourceWithoutLinks source) {
        this.files = files;
        this.links = links;
        this.source = source;
    }

    @GetMapping("/files/{token}")
    void file(@PathVariable String token, HttpServletResponse response) throws IOException {
        StoredFile file = links.ofFile(token)
                .flatMap(files::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        response.setContentType(file.isPicture() ? file.mediaType() : MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(file));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        try (InputStream content = files.content(file.id())) {
            if (file.isText()) {
                source.copy(content, response.getOutputStream());
            } else {
                response.setContentLengthLong(file.size());
                content.transferTo(response.getOutputStream());
            }
        }
    }

    private static String disposition(StoredFile file) {
        return (file.isPicture() ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(file.name(), StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
