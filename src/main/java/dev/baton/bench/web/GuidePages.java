package dev.baton.bench.web;

import java.io.IOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The guide for process owners, with its pictures and its example files. */
@Controller
class GuidePages {

    private final Guide guide;

    GuidePages(Guide guide) {
        this.guide = guide;
    }

    @GetMapping("/bench/guide")
    String guide(Model model) {
        model.addAttribute("guide", guide);
        return "bench/guide";
    }

    @GetMapping("/bench/guide/pictures/{name:guide-[a-z0-9-]{1,60}\\.png}")
    ResponseEntity<byte[]> picture(@PathVariable String name) {
        return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(content("pictures/" + name));
    }

    @GetMapping("/bench/guide/{name:[a-z0-9-]{1,60}\\.(?:bpmn|dmn|html)}")
    ResponseEntity<byte[]> file(@PathVariable String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content(name));
    }

    private static byte[] content(String path) {
        try {
            return new ClassPathResource(Guide.FOLDER + path).getContentAsByteArray();
        } catch (IOException missing) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, path, missing);
        }
    }
}
