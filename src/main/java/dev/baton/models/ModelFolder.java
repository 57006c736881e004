package dev.baton.models;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * The folder of models: what is dropped into it or changed there is checked and deployed. Files that need each other are
 * deployed together or not at all; what has nothing to do with a broken file does not wait for it.
 */
public class ModelFolder {

    private static final Logger LOG = LoggerFactory.getLogger(ModelFolder.class);

    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final FolderReader folder;
    private final Models models;
    private final FolderRecord record;
    private final FolderNews news;
    private final Clock clock;
    private Instant triedAt = Instant.MIN;
    private String trouble = "";

    ModelFolder(FolderReader folder, Models models, FolderRecord record, FolderMemory memory, Clock clock) {
        this.folder = folder;
        this.models = models;
        this.record = record;
        this.news = new FolderNews(folder.id(), models, record, memory);
        this.clock = clock;
    }

    /**
     * Takes in what has changed since the last look; does nothing else if nothing has. What cannot be taken in, because the
     * database is away or others keep it busy, is tried again at the next look, and keeps no other file waiting. What was
     * refused is tried again every minute: what it wants may have come since, such as a person, a mail or another workflow.
     */
    public synchronized void look() {
        folder.look().or(this::again).ifPresent(look -> {
            triedAt = clock.instant();
            if (takeIn(look)) {
                folder.takenIn(look);
                trouble = "";
            }
        });
    }

    private Optional<FolderReader.Look> again() {
        Instant now = clock.instant();
        if (now.isBefore(triedAt.plus(AGAIN))) {
            return Optional.empty();
        }
        triedAt = now;
        return hasRefused() ? folder.again() : Optional.empty();
    }

    private boolean hasRefused() {
        try {
            return record.hasRefused();
        } catch (DataAccessException | TransactionException away) {
            say("The folder of models waits for the database", away);
            return false;
        }
    }

    private boolean takeIn(FolderReader.Look look) {
        try {
            look.gone().forEach(news::gone);
            Bundles bundles =
                    new Bundles(look.files().stream().filter(news::isNews).toList());
            return bundles.all().stream()
                    .map(bundle -> couldTakeIn(bundle, bundles))
                    .reduce(true, Boolean::logicalAnd);
        } catch (DataAccessException | TransactionException away) {
            say("The folder of models waits for the database", away);
            return false;
        }
    }

    private boolean couldTakeIn(List<SourceFile> bundle, Bundles bundles) {
        try {
            takeIn(bundle, bundles);
            bundle.forEach(news::taken);
            return true;
        } catch (RuntimeException unexpected) {
            say(
                    "Not taken in yet: "
                            + bundle.stream().map(SourceFile::name).sorted().collect(Collectors.joining(", ")),
                    unexpected);
            return false;
        }
    }

    /** Once, not at every look. */
    private void say(String what, RuntimeException why) {
        if (!trouble.equals(what)) {
            LOG.error("{}; this is tried again every few seconds", what, why);
            trouble = what;
        }
    }

    void takeIn(List<SourceFile> bundle, Bundles bundles) {
        Deployed deployed = models.deploy(bundle, Author.folder(), "");
        List<SourceFile> broken = new ArrayList<>();
        List<SourceFile> sound = new ArrayList<>();
        for (int place = 0; place < bundle.size(); place++) {
            CheckReport report = deployed.files().get(place).report();
            (report.deployable() ? sound : broken).add(bundle.get(place));
            if (deployed.isDone()) {
                record.deployed(bundle.get(place), report);
            } else if (!report.deployable()) {
                record.refused(bundle.get(place), report);
            }
        }
        deployed.versions()
                .forEach(version ->
                        LOG.info("{} is now version {} of {}", version.file(), version.version(), version.key()));
        if (!broken.isEmpty()) {
            withoutTheBroken(sound, broken, bundles);
        }
    }

    /**
     * Half of a change must not replace what people work with. Where nothing is replaced, as at the first start, only what
     * needs a broken file waits for it.
     */
    private void withoutTheBroken(List<SourceFile> sound, List<SourceFile> broken, Bundles bundles) {
        boolean replaces = models.standing(sound).stream().anyMatch(newest -> newest.version() > 0 && !newest.same());
        List<SourceFile> free = sound.stream()
                .filter(file -> !replaces && !bundles.needsOneOf(file, broken))
                .toList();
        String names = broken.stream().map(SourceFile::name).sorted().collect(Collectors.joining(", "));
        sound.stream().filter(file -> !free.contains(file)).forEach(file -> record.waits(file, names));
        if (!free.isEmpty()) {
            Bundles rest = new Bundles(free);
            rest.all().forEach(each -> takeIn(each, rest));
        }
    }
}
