package dev.baton.bench.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** What a process owner takes along to Camunda Modeler: the steps to choose from, and a workflow to begin with. */
@Controller
class ModelerFiles {

    private static final String TEMPLATES = "classpath*:bench/element-templates/*.json";
    private static final String BLANK = "bench/start.bpmn";

    private final JsonMapper json;

    ModelerFiles(JsonMapper json) {
        this.json = json;
    }

    /** All element templates as one file, which is how Modeler takes several. */
    @GetMapping("/bench/templates")
    ResponseEntity<byte[]> templates() {
        ArrayNode all = json.createArrayNode();
        for (Resource file : found()) {
            all.add(read(file));
        }
        return download(
                "baton.json",
                MediaType.APPLICATION_JSON,
                json.writerWithDefaultPrettyPrinter().writeValueAsBytes(all));
    }

    /** @param name what people will call the workflow */
    @GetMapping("/bench/start")
    ResponseEntity<byte[]> start(@RequestParam(defaultValue = "") String name, Principal principal) throws IOException {
        Beginning beginning = new Beginning(name, principal.getName());
        String blank = new ClassPathResource(BLANK).getContentAsString(StandardCharsets.UTF_8);
        return download(
                beginning.file(),
                MediaType.APPLICATION_XML,
                beginning.text(blank).getBytes(StandardCharsets.UTF_8));
    }

    private static List<Resource> found() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(TEMPLATES))
                    .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("No element templates", unreadable);
        }
    }

    private JsonNode read(Resource file) {
        try {
            return json.readTree(file.getContentAsByteArray());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + file, unreadable);
        }
    }

    private static ResponseEntity<byte[]> download(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}
