package dev.baton.models;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of models: what is dropped into it or changed there is checked and deployed. Files that need each other are
 * deployed together or not at all; what has nothing to do with a broken file does not wait for it.
 */
public class ModelFolder {

    private static final Logger LOG = LoggerFactory.getLogger(ModelFolder.class);

    private final FolderReader folder;
    private final Models models;
    private final FolderRecord record;

    ModelFolder(FolderReader folder, Models models, FolderRecord record) {
        this.folder = folder;
        this.models = models;
        this.record = record;
    }

    /** Takes in what has changed since the last look; does nothing else if nothing has. */
    public synchronized void look() {
        folder.look().ifPresent(look -> {
            look.gone().forEach(record::forget);
            takeIn(look.files().stream().filter(record::isNews).toList());
        });
    }

    private void takeIn(List<SourceFile> news) {
        Bundles bundles = new Bundles(news);
        bundles.all().forEach(bundle -> takeIn(bundle, bundles));
    }

    private void takeIn(List<SourceFile> bundle, Bundles bundles) {
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
            takeIn(free);
        }
    }
}
