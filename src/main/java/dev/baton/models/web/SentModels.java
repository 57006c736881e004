package dev.baton.models.web;

import dev.baton.models.Models;
import dev.baton.models.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Reads files out of a call. No more of each than the check looks at is kept in memory; that it is too much, the check says. */
final class SentModels {

    private SentModels() {}

    /** The body of a call is one file. */
    static SourceFile one(@Nullable String name, InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(Models.LARGEST + 1);
        return new SourceFile(Models.nameOf(name, bytes), bytes);
    }

    /** Every part that has a file name, in the order they came. */
    static List<SourceFile> all(MultipartHttpServletRequest form) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        for (Map.Entry<String, List<MultipartFile>> parts :
                form.getMultiFileMap().entrySet()) {
            for (MultipartFile part : parts.getValue()) {
                try (InputStream content = part.getInputStream()) {
                    files.add(one(part.getOriginalFilename(), content));
                }
            }
        }
        return files;
    }
}
