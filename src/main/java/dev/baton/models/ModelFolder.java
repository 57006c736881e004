package dev.baton.models;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of models: what is dropped into it or changed there is checked and deployed, file by file. */
public class ModelFolder {

    private static final Logger LOG = LoggerFactory.getLogger(ModelFolder.class);

    private final Path folder;
    private final Models models;
    private final ModelFiles files;
    private final Clock clock;

    /** What this node saw at its last look, so that a look at an unchanged folder reads no file. */
    private Map<Path, Stamp> seen = Map.of();

    /** What could not be read at the last look and is tried again at the next, changed or not. */
    private Set<Path> unreadable = Set.of();

    private boolean missing;

    ModelFolder(Path folder, Models models, ModelFiles files, Clock clock) {
        this.folder = folder;
        this.models = models;
        this.files = files;
        this.clock = clock;
    }

    private record Stamp(FileTime changed, long size) {}

    /** Takes in what has changed since the last look; does nothing else if nothing has. */
    public synchronized void look() {
        Map<Path, Stamp> now = list();
        if (now.equals(seen)) {
            return;
        }
        forget(Stream.concat(seen.keySet().stream(), unreadable.stream()).filter(gone -> !now.containsKey(gone)));
        Set<Path> failed = new HashSet<>();
        takeIn(now.keySet(), failed);
        unreadable = failed;
        seen = now.entrySet().stream()
                .filter(each -> !failed.contains(each.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void forget(Stream<Path> gone) {
        gone.map(ModelFolder::nameOf).forEach(files::delete);
    }

    /**
     * A file may call what another file brings: those that call nothing come first, and those that were refused are
     * tried again for as long as one more could be deployed.
     */
    private void takeIn(Set<Path> present, Set<Path> failed) {
        List<Content> waiting = present.stream()
                .sorted()
                .flatMap(path -> content(path, failed).stream())
                .filter(this::isNews)
                .sorted(Comparator.comparing(Content::callsOthers))
                .collect(Collectors.toCollection(ArrayList::new));
        Map<String, CheckReport> refused = new HashMap<>();
        boolean progress = true;
        while (progress && !waiting.isEmpty()) {
            progress = waiting.removeIf(file -> deploys(file, refused));
        }
        waiting.forEach(file -> report(file, Objects.requireNonNull(refused.get(file.name()))));
    }

    private boolean deploys(Content file, Map<String, CheckReport> refused) {
        Deployed deployed = models.deploy(file.name(), file.bytes());
        if (!deployed.report().deployable()) {
            refused.put(file.name(), deployed.report());
            return false;
        }
        report(file, deployed.report());
        deployed.versions()
                .forEach(version ->
                        LOG.info("{} is now version {} of {}", file.name(), version.version(), version.key()));
        return true;
    }

    private void report(Content file, CheckReport report) {
        files.save(new ModelFile(file.name(), file.digest(), clock.instant(), report));
        report.findings().stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .forEach(finding -> LOG.warn(
                        "{} line {}: {} {} ({})",
                        folder.resolve(file.name()),
                        finding.line(),
                        finding.message(),
                        finding.fix(),
                        finding.rule()));
    }

    /** What is known to be deployed is left alone; what was refused may have been waiting for another file. */
    private boolean isNews(Content file) {
        return files.find(file.name())
                .filter(known -> known.report().deployable() && known.digest().equals(file.digest()))
                .isEmpty();
    }

    private Map<Path, Stamp> list() {
        if (!Files.isDirectory(folder)) {
            warnOnce();
            return Map.of();
        }
        missing = false;
        try (Stream<Path> paths = Files.list(folder)) {
            Map<Path, Stamp> stamps = new HashMap<>();
            for (Path path : paths.filter(ModelFolder::isModel).toList()) {
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
            LOG.warn("There is no folder {}; no workflow is read from files", folder.toAbsolutePath());
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

    private List<Content> content(Path path, Set<Path> failed) {
        try {
            byte[] bytes = bytes(path);
            return List.of(new Content(nameOf(path), bytes, digest(bytes)));
        } catch (IOException refused) {
            if (!unreadable.contains(path)) {
                LOG.warn("{} cannot be read; let the account that runs Baton read it", path, refused);
            }
            failed.add(path);
            return List.of();
        }
    }

    /** What is in the file; of one that is too large only that it is. */
    byte[] bytes(Path path) throws IOException {
        return Files.size(path) > XmlReader.LARGEST ? new byte[XmlReader.LARGEST + 1] : Files.readAllBytes(path);
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256", missing);
        }
    }

    private record Content(String name, byte[] bytes, String digest) {

        boolean callsOthers() {
            String text = new String(bytes, StandardCharsets.UTF_8);
            return text.contains("calledElement=") || text.contains("decisionRef=");
        }
    }
}
