package dev.baton.tasks.web;

import dev.baton.requests.NewFile;
import dev.baton.tasks.FormView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** The files of a posted form; inputs that were left empty are none. */
record Uploads(List<MultipartFile> parts) {

    static Uploads of(HttpServletRequest request) {
        return new Uploads(
                request instanceof MultipartHttpServletRequest form
                        ? form.getMultiFileMap().values().stream()
                                .flatMap(List::stream)
                                .filter(file -> !file.isEmpty())
                                .toList()
                        : List.of());
    }

    /** The files to keep. */
    List<NewFile> files() {
        return parts.stream()
                .map(file -> new NewFile(
                        name(file),
                        Objects.requireNonNullElse(file.getContentType(), "application/octet-stream"),
                        file.getSize(),
                        file))
                .toList();
    }

    /** What was entered, with the names of the files as the value of each field that takes some. */
    Map<String, String> named(Map<String, String> entered) {
        Map<String, String> all = new HashMap<>(entered);
        parts.stream()
                .filter(file -> file.getName().startsWith(FormView.PREFIX))
                .forEach(file -> all.merge(
                        file.getName().substring(FormView.PREFIX.length()),
                        name(file),
                        (before, more) -> before + ", " + more));
        return all;
    }

    /** Some browsers send the whole path. */
    private static String name(MultipartFile file) {
        String given = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "");
    }
}
