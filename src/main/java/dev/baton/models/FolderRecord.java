package dev.baton.models;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
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

    /** What is known to be deployed is left alone; what was refused may have been waiting for another file. */
    boolean isNews(SourceFile file) {
        return files.find(file.name())
                .filter(known -> known.report().deployable() && known.digest().equals(digest(file)))
                .isEmpty();
    }

    /**
     * A refused file that is gone is mended. Of one that was deployed it stays known with what content: folders are not
     * mounted for a while, or filled anew, and what comes back as it was must not take back what came another way.
     */
    void gone(String name) {
        files.find(name).ifPresent(known -> {
            if (known.report().deployable()) {
                files.save(new ModelFile(name, known.digest(), known.checkedAt(), CheckReport.of(List.of())));
            } else {
                files.delete(name);
            }
        });
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

    private ModelFile save(SourceFile file, CheckReport report) {
        ModelFile saved = new ModelFile(file.name(), digest(file), clock.instant(), report);
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

    private static String digest(SourceFile file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file.bytes()));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256", missing);
        }
    }
}
