package dev.baton.models;

import dev.baton.outbox.Outbox;
import dev.baton.outbox.OutgoingMail;
import dev.baton.people.Person;
import dev.baton.shared.BatonProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells whoever answers for a file of the folder that it was refused, once for each content on whichever node, and once
 * when it is mended.
 */
final class FolderMails {

    private static final int LISTED = 5;

    private final ModelFiles files;
    private final Accountable accountable;
    private final Outbox outbox;
    private final BatonProperties baton;
    private final TransactionTemplate transaction;

    FolderMails(
            ModelFiles files,
            Accountable accountable,
            Outbox outbox,
            BatonProperties baton,
            TransactionTemplate transaction) {
        this.files = files;
        this.accountable = accountable;
        this.outbox = outbox;
        this.baton = baton;
        this.transaction = transaction;
    }

    /** One thing to mend; {@code place} is what the diagram calls the element. */
    record Mend(@Nullable String place, @Nullable String line, String message, String fix) {}

    /**
     * @param goesOn the version that goes on, as a number; null if there is none yet
     * @param count how many things must be mended
     * @param more how many of them are not listed; 0 if all are
     */
    record Refused(
            String personName,
            String file,
            @Nullable String goesOn,
            int count,
            List<Mend> mends,
            int more,
            String url) {}

    /** @param version what new requests follow now, as a number; null if nothing in the file can be asked for */
    record Mended(String personName, String file, @Nullable String version, String url) {}

    void refused(SourceFile file, ModelFile saved) {
        transaction.executeWithoutResult(status -> {
            if (files.tellsFirst(saved)) {
                accountable.of(file).forEach(person -> send(person, "model-refused", refusal(person, file, saved)));
            }
        });
    }

    private Refused refusal(Person person, SourceFile file, ModelFile saved) {
        List<Finding> errors = saved.report().findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        return new Refused(
                person.firstName(),
                file.name(),
                version(file),
                errors.size(),
                errors.stream().limit(LISTED).map(FolderMails::mend).toList(),
                Math.max(0, errors.size() - LISTED),
                url());
    }

    private static Mend mend(Finding finding) {
        return new Mend(
                finding.name() == null ? finding.element() : finding.name(),
                finding.line() > 0 ? String.valueOf(finding.line()) : null,
                finding.message(),
                finding.fix());
    }

    void mended(SourceFile file) {
        transaction.executeWithoutResult(status -> {
            if (files.wasToldOf(file.name())) {
                accountable
                        .of(file)
                        .forEach(person -> send(
                                person,
                                "model-mended",
                                new Mended(person.firstName(), file.name(), version(file), url())));
            }
        });
    }

    private @Nullable String version(SourceFile file) {
        return accountable
                .goesOn(file)
                .map(version -> String.valueOf(version.version()))
                .orElse(null);
    }

    private String url() {
        return baton.link("/workflows").toString();
    }

    private void send(Person person, String template, Object model) {
        outbox.enqueue(OutgoingMail.to(person.address(), template, model));
    }
}
