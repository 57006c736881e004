package dev.baton.models;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is in the folder of models, and whether that is another than at the last look. */
class FolderReader {

    private static final Logger LOG = LoggerFactory.getLogger(FolderReader.class);

    private final Path folder;

    /** What this node has taken in, so that a look at an unchanged folder reads no file. */
    private Map<Path, Stamp> seen = Map.of();

    /** What could not be read at the last look and is tried again at the next, changed or not. */
    private Set<Path> unreadable = Set.of();

    /** What was no model at the last look, which may be because somebody was still writing it. */
    private Map<Path, Stamp> unfinished = Map.of();

    private boolean missing;

    FolderReader(Path folder) {
        this.folder = folder;
    }

    record Stamp(FileTime changed, long size) {}

    /**
     * What a look found.
     *
     * @param gone the names of files that are not there any more
     * @param files all that could be read, by name
     */
    record Look(List<String> gone, List<SourceFile> files, Map<Path, Stamp> seen) {}

    /** Which folder of which machine this is: SHA-256 of both names. */
    String id() {
        return SourceFile.digest(
                (machine() + "\n" + folder.toAbsolutePath().normalize()).getBytes(StandardCharsets.UTF_8));
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            LOG.debug("This machine has no name", nameless);
            return "";
        }
    }

    /** All that is in the folder; nothing if it is just as it was taken in. */
    Optional<Look> look() {
        Map<Path, Stamp> now = list();
        return now.equals(seen) ? Optional.empty() : Optional.of(look(now));
    }

    /** All that is in the folder, changed or not; nothing if it is away. */
    Optional<Look> again() {
        return Files.isDirectory(folder) ? Optional.of(look(list())) : Optional.empty();
    }

    private Look look(Map<Path, Stamp> now) {
        List<String> gone = Stream.concat(seen.keySet().stream(), unreadable.stream())
                .filter(path -> !now.containsKey(path))
                .map(FolderReader::nameOf)
                .toList();
        Set<Path> failed = new HashSet<>();
        Map<Path, Stamp> begun = new HashMap<>();
        List<SourceFile> files = now.keySet().stream()
                .sorted()
                .flatMap(path -> read(path, failed).stream().filter(file -> isWhole(path, now, file, begun)))
                .toList();
        unreadable = failed;
        unfinished = begun;
        Map<Path, Stamp> read = new HashMap<>(now);
        read.keySet().removeAll(failed);
        read.keySet().removeAll(begun.keySet());
        return new Look(gone, files, read);
    }

    /** That all of it was taken in; else the next look finds the same once more. */
    void takenIn(Look look) {
        seen = look.seen();
    }

    /** What is no model is believed to be none once it has stayed as it is for a look; at the first look it is. */
    private boolean isWhole(Path path, Map<Path, Stamp> now, SourceFile file, Map<Path, Stamp> begun) {
        Stamp stamp = Objects.requireNonNull(now.get(path));
        boolean changed = !stamp.equals(seen.get(path)) && !stamp.equals(unfinished.get(path));
        if (changed && !seen.isEmpty() && file.read().isEmpty()) {
            begun.put(path, stamp);
            return false;
        }
        return true;
    }

    private Map<Path, Stamp> list() {
        if (!Files.isDirectory(folder)) {
            warnOnce();
            return seen;
        }
        missing = false;
        try (Stream<Path> paths = Files.list(folder)) {
            Map<Path, Stamp> stamps = new HashMap<>();
            for (Path path : paths.filter(FolderReader::isModel).toList()) {
                stamps.put(path, new Stamp(Files.getLastModifiedTime(path), Files.size(path)));
            }
            return stamps;
        } catch (IOException changedMeanwhile) {
            LOG.debug("The folder {} changed while it was read", folder, changedMeanwhile);
            return seen;
        }
    }

    private void warnOnce() {
        if (!missing) {
            LOG.warn(
                    "There is no folder {}; workflows go on as they are, and none is read from files",
                    folder.toAbsolutePath());
            missing = true;
        }
    }

    private static boolean isModel(Path path) {
        String name = nameOf(path);
        return (name.endsWith(".bpmn") || name.endsWith(".dmn")) && !name.startsWith(".") && Files.isRegularFile(path);
    }

    private static String nameOf(Path path) {
        return path.getFileName().toString();
    }

    private Optional<SourceFile> read(Path path, Set<Path> failed) {
        try {
            return Optional.of(new SourceFile(nameOf(path), bytes(path)));
        } catch (IOException refused) {
            if (!unreadable.contains(path)) {
                LOG.warn("{} cannot be read; let the account that runs Baton read it", path, refused);
            }
            failed.add(path);
            return Optional.empty();
        }
    }

    /** What is in the file; of one that is too large only that it is. */
    byte[] bytes(Path path) throws IOException {
        return Files.size(path) > XmlReader.LARGEST ? new byte[XmlReader.LARGEST + 1] : Files.readAllBytes(path);
    }
}
