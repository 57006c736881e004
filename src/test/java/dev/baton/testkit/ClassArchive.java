package dev.baton.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Baton's classes as the JVM keeps them for a next start (JEP 350), made once by a start that is only there for it. It
 * nearly halves the time of a start, and takes classes from jars alone, so ours are packed into one.
 */
final class ClassArchive {

    private static final class Made {
        static final ClassArchive ARCHIVE = make();
    }

    private final String classes;
    private final Path file;

    private ClassArchive(String classes, Path file) {
        this.classes = classes;
        this.file = file;
    }

    /** What a start that uses it has after {@code java}. */
    static List<String> options() {
        return Made.ARCHIVE.options("-XX:SharedArchiveFile=");
    }

    private List<String> options(String use) {
        return List.of(use + file, "-cp", classes);
    }

    private static ClassArchive make() {
        PostOffice office = PostOffice.opened();
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "classes-");
            ClassArchive archive = new ClassArchive(jars(folder), folder.resolve("baton.jsa"));
            Map<String, String> properties = new HashMap<>(Databases.h2());
            properties.putAll(office.properties("requests@example.com"));
            BatonProcess.start(archive.options("-XX:ArchiveClassesAtExit="), properties)
                    .up()
                    .stop();
            return archive;
        } catch (IOException failed) {
            throw new UncheckedIOException("Classes cannot be kept", failed);
        } finally {
            office.close();
        }
    }

    private static String jars(Path folder) throws IOException {
        StringBuilder jars = new StringBuilder();
        for (String entry : BatonProcess.classesOfProduction().split(File.pathSeparator)) {
            Path path = Path.of(entry);
            Path jar = Files.isDirectory(path) ? packed(path, folder.resolve(path.getFileName() + ".jar")) : path;
            jars.append(jars.isEmpty() ? "" : File.pathSeparator).append(jar);
        }
        return jars.toString();
    }

    private static Path packed(Path classes, Path jar) throws IOException {
        try (JarOutputStream packing = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : (Iterable<Path>) files.filter(path -> !path.equals(classes))::iterator) {
                String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                packing.putNextEntry(new JarEntry(Files.isDirectory(file) ? name + "/" : name));
                if (Files.isRegularFile(file)) {
                    Files.copy(file, packing);
                }
            }
        }
        return jar;
    }
}
