package dev.baton.bench.web;

import dev.baton.bench.DraftFile;
import dev.baton.bench.Drafts;
import dev.baton.models.Models;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.multipart.MultipartFile;

/**
 * What somebody uploads or pastes to have it checked.
 *
 * @param files chosen files; browsers send an empty one where none was chosen
 * @param text a pasted file; may be empty
 */
record UploadForm(List<MultipartFile> files, String text) {

    private static final Pattern ENCODING = Pattern.compile(
            "^\\s{0,100}<\\?xml[^>]{0,200}?encoding\\s{0,10}=\\s{0,10}[\"']([A-Za-z0-9._-]{1,40})[\"']");

    /** Why these are no files to check; a key of a sentence, with what it is about. */
    record Problem(String key, String about) {}

    Optional<Problem> problem() {
        List<MultipartFile> chosen = chosen();
        if (chosen.isEmpty() && text.isBlank()) {
            return Optional.of(new Problem("bench.upload.nothing", ""));
        }
        if (chosen.size() > Drafts.MOST) {
            return Optional.of(new Problem("bench.upload.many", String.valueOf(Drafts.MOST)));
        }
        return chosen.stream()
                .map(UploadForm::name)
                .filter(name -> !isModel(name))
                .findFirst()
                .map(name -> new Problem("bench.upload.foreign", name));
    }

    /** The files, with names under which they could be deployed. */
    List<DraftFile> draftFiles() throws IOException {
        List<DraftFile> all = new ArrayList<>();
        for (MultipartFile file : chosen()) {
            try (InputStream content = file.getInputStream()) {
                byte[] bytes = content.readNBytes(Models.LARGEST + 1);
                all.add(new DraftFile(Models.nameOf(name(file), bytes), bytes));
            }
        }
        if (all.isEmpty()) {
            byte[] bytes = text.strip().getBytes(charset());
            all.add(new DraftFile(Models.nameOf(null, bytes), bytes));
        }
        return all;
    }

    /** A pasted text says of itself which bytes it was made of. */
    private Charset charset() {
        Matcher encoding = ENCODING.matcher(text);
        return encoding.find() && Charset.isSupported(encoding.group(1))
                ? Charset.forName(encoding.group(1))
                : StandardCharsets.UTF_8;
    }

    private List<MultipartFile> chosen() {
        return files.stream().filter(file -> !file.isEmpty()).toList();
    }

    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null ? "" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    private static boolean isModel(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".bpmn") || lower.endsWith(".dmn") || lower.endsWith(".xml");
    }
}
