package dev.baton.outbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The files of {@code baton.mail-templates}, read again when they change; and below them the standard mails that came
 * with this program, so that a folder needs to hold only what an owner wrote or changed.
 */
@Component
class TemplateFiles {

    private static final Logger LOG = LoggerFactory.getLogger(TemplateFiles.class);

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");
    private static final String SUFFIX = ".html";
    private static final String STANDARD = "mail-templates/";
    private static final String UNREADABLE = "unreadable";

    private final Path folder;
    private final Map<String, Source> read = new ConcurrentHashMap<>();

    TemplateFiles(@Value("${baton.mail-templates:mail-templates}") Path folder) {
        this.folder = folder;
    }

    /** One file as it stood when it was last read; the stamp changes when the file does. */
    record Source(String name, String content, String stamp) {

        String file() {
            return name + SUFFIX;
        }
    }

    /** The template as it is now, or nothing if there is none of that name. */
    Optional<Source> find(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        String stamp = stamp(name);
        Source known = read.get(name);
        if (known == null || !known.stamp().equals(stamp)) {
            known = load(name, stamp);
            if (known == null) {
                read.remove(name);
            } else {
                read.put(name, known);
            }
        }
        return Optional.ofNullable(known);
    }

    /** Whether the template is still what it was when this was read. */
    boolean unchanged(Source source) {
        return source.stamp().equals(stamp(source.name()));
    }

    /** Whether it says the same as the standard mail of its name. */
    boolean isStandard(Source source) {
        try (InputStream standard = standard(source.name())) {
            return standard != null
                    && source.content().equals(new String(standard.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read mail template " + source.name(), unreadable);
        }
    }

    private static @Nullable InputStream standard(String name) {
        return TemplateFiles.class.getClassLoader().getResourceAsStream(STANDARD + name + SUFFIX);
    }

    /** All templates' names. */
    SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        try {
            for (Resource standard :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + STANDARD + "*" + SUFFIX)) {
                names.add(withoutSuffix(String.valueOf(standard.getFilename())));
            }
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.map(file -> file.getFileName().toString())
                            .filter(file -> file.endsWith(SUFFIX))
                            .forEach(file -> names.add(withoutSuffix(file)));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot list the mail templates in " + folder, unreadable);
        }
        return names;
    }

    private static String withoutSuffix(String file) {
        return file.substring(0, file.length() - SUFFIX.length());
    }

    private String stamp(String name) {
        try {
            BasicFileAttributes file = Files.readAttributes(folder.resolve(name + SUFFIX), BasicFileAttributes.class);
            return file.lastModifiedTime() + " " + file.size();
        } catch (IOException notThere) {
            return "standard";
        }
    }

    /** What cannot be read is empty, which the check says and nobody's step fails of. */
    private Source unreadable(String name, IOException why) {
        Source known = read.get(name);
        if (known == null || !known.stamp().equals(UNREADABLE)) {
            LOG.warn("The mail template {} cannot be read; let the account that runs Baton read it", name, why);
        }
        return new Source(name, "", UNREADABLE);
    }

    private @Nullable Source load(String name, String stamp) {
        return stamp.equals("standard") ? standardOne(name, stamp) : fromFolder(name, stamp);
    }

    private Source fromFolder(String name, String stamp) {
        try {
            byte[] bytes = Files.readAllBytes(folder.resolve(name + SUFFIX));
            return new Source(name, new String(bytes, StandardCharsets.UTF_8), stamp);
        } catch (IOException refused) {
            return unreadable(name, refused);
        }
    }

    private static @Nullable Source standardOne(String name, String stamp) {
        try {
            try (InputStream standard = standard(name)) {
                return standard == null
                        ? null
                        : new Source(name, new String(standard.readAllBytes(), StandardCharsets.UTF_8), stamp);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read mail template " + name, unreadable);
        }
    }
}
