package dev.baton.intake.web;

import dev.baton.requests.NewFile;
import dev.baton.tasks.FormView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** What a browser sent of a form with files. */
final class SentFiles {

    private SentFiles() {}

    /** All files of the form, under whichever field they stand. */
    static List<NewFile> of(HttpServletRequest sent) {
        return parts(sent).values().stream()
                .flatMap(Collection::stream)
                .filter(part -> !part.isEmpty())
                .map(SentFiles::file)
                .toList();
    }

    /** Answers as text, by field; to a field for files the names of the files. */
    static Map<String, String> answers(HttpServletRequest sent) {
        Map<String, String> answers = new HashMap<>(FormView.entered(sent.getParameterMap()));
        parts(sent).forEach((name, files) -> {
            String names = files.stream()
                    .filter(part -> !part.isEmpty())
                    .map(part -> file(part).name())
                    .collect(Collectors.joining(", "));
            if (name.startsWith(FormView.PREFIX) && !names.isEmpty()) {
                answers.put(name.substring(FormView.PREFIX.length()), names);
            }
        });
        return answers;
    }

    private static Map<String, List<MultipartFile>> parts(HttpServletRequest sent) {
        MultipartHttpServletRequest multipart = WebUtils.getNativeRequest(sent, MultipartHttpServletRequest.class);
        MultiValueMap<String, MultipartFile> parts = multipart == null ? null : multipart.getMultiFileMap();
        return parts == null ? Map.of() : parts;
    }

    private static NewFile file(MultipartFile part) {
        return new NewFile(
                name(part.getOriginalFilename()),
                part.getContentType() == null ? "application/octet-stream" : part.getContentType(),
                part.getSize(),
                part);
    }

    /** Some browsers send the whole path. */
    private static String name(@Nullable String given) {
        String name = given == null ? "" : given;
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "");
    }
}
