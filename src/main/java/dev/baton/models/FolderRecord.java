package dev.baton.models;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what became of a file of the folder, and sees to it that whoever answers for it hears of it. */
final class FolderRecord {

    private static final Logger LOG = LoggerFactory.getLogger(FolderRecord.class);

    private final ModelFiles files;
    private final ModelCheck check;
    private final FolderMails mails;
    private final Clock clock;

    FolderRecord(ModelFiles files, ModelCheck check, FolderMails mails, Clock clock) {
        this.files = files;
        this.check = check;
        this.mails = mails;
        this.clock = clock;
    }

    /** What became of the file with just this content; nothing if it was never looked at, or another came after it. */
    Optional<ModelFile> known(SourceFile file) {
        return files.find(file.name()).filter(known -> known.digest().equals(file.digest()));
    }

    /** Whether there is a file that could not be deployed. */
    boolean hasRefused() {
        return files.all().stream().anyMatch(file -> !file.report().deployable());
    }

    /**
     * A refused file that is gone is mended. Of one that was deployed it stays known with what content: folders are not
     * mounted for a while, or filled anew, and what comes back as it was must not take back what came another way.
     *
     * @return whether nothing is known of it any more
     */
    boolean gone(String name) {
        Optional<ModelFile> known = files.find(name);
        boolean refused = known.filter(file -> !file.report().deployable()).isPresent();
        if (refused) {
            files.delete(name);
        } else {
            known.ifPresent(file ->
                    files.save(new ModelFile(name, file.digest(), file.checkedAt(), CheckReport.of(List.of()))));
        }
        return refused;
    }

    void deployed(SourceFile file, CheckReport report) {
        save(file, report);
        mails.mended(file);
    }

    void refused(SourceFile file, CheckReport report) {
        ModelFile saved = save(file, report);
        mails.refused(file, saved);
    }

    /** The file itself could be deployed. */
    void waits(SourceFile file, String broken) {
        List<Finding> waiting = check.findings("folder", findings -> findings.error(0, "waits", broken));
        save(file, CheckReport.of(waiting));
    }

    /** Others are ahead of the file; what they brought stays. */
    void leftAlone(SourceFile file, Newest ahead) {
        save(
                file,
                CheckReport.of(check.findings(
                        "folder", findings -> findings.warning(0, "older", ahead.name(), ahead.version()))));
    }

    /** A file that is refused again stands here since it first was, and says so once for each reason. */
    private ModelFile save(SourceFile file, CheckReport report) {
        Optional<ModelFile> known = known(file);
        if (known.filter(before -> before.report().equals(report)).isPresent()) {
            return known.get();
        }
        Instant since = known.filter(before -> !before.report().deployable())
                .map(ModelFile::checkedAt)
                .orElseGet(clock::instant);
        ModelFile saved = new ModelFile(file.name(), file.digest(), since, report);
        files.save(saved);
        report.findings().stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .forEach(finding -> LOG.warn(
                        "{} line {}: {} {} ({})",
                        file.name(),
                        finding.line(),
                        finding.message(),
                        finding.fix(),
                        finding.rule()));
        return saved;
    }
}
