package dev.baton.models;

import dev.baton.engine.DefinitionVersion;
import dev.baton.engine.Deployments;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Who may change what is deployed: whoever owns the version that is there, and admins. A decision table belongs to whoever
 * owns a workflow that uses it. What is new may be deployed by everybody who owns workflows, unless it takes mail of another
 * workflow.
 */
final class Rights {

    private final ModelCheck check;
    private final Deployments deployments;
    private final Accountable accountable;
    private final MailOfOthers mail;
    private final Standing standing;

    Rights(ModelCheck check, Deployments deployments, Accountable accountable, MailOfOthers mail) {
        this.check = check;
        this.deployments = deployments;
        this.accountable = accountable;
        this.mail = mail;
        this.standing = new Standing(deployments);
    }

    /** Why the author may not deploy this file; nothing if they may, or if that would change nothing. */
    List<Finding> missing(SourceFile file, Author author) {
        if (author.mayDoEverything() || standing.of(List.of(file)).stream().allMatch(Newest::same)) {
            return List.of();
        }
        return check.findings("permission", findings -> file.read().ifPresent(model -> check(author, model, findings)));
    }

    private void check(Author author, Model model, Findings findings) {
        if (!author.mayDeploy()) {
            findings.error(0, "role");
        } else if (model.isDecision()) {
            model.keys().forEach(key -> decision(author, key, findings));
        } else {
            model.keys()
                    .flatMap(key -> deployments.newestProcess(key).stream())
                    .filter(newest -> !author.isAmong(accountable.of(newest)))
                    .forEach(newest -> findings.error(0, "workflow", newest.name(), accountable.names(newest)));
            model.process().stream().flatMap(mail::by).forEach(taken -> mail(author, taken, findings));
        }
    }

    private void mail(Author author, MailOfOthers.Taken taken, Findings findings) {
        deployments
                .newestProcess(taken.from().key())
                .filter(other -> !author.isAmong(accountable.of(other)))
                .ifPresent(other -> findings.error(
                        0,
                        taken.address().isEmpty() ? "default" : "address",
                        taken.address(),
                        other.name(),
                        accountable.names(other)));
    }

    /** Whether the author may change what is deployed of this process. */
    boolean mayChange(Author author, String process) {
        return author.mayDoEverything()
                || (author.mayDeploy()
                        && deployments.newestProcess(process).stream()
                                .allMatch(newest -> author.isAmong(accountable.of(newest))));
    }

    /** The same of a decision table. */
    boolean mayChangeDecision(Author author, String decision) {
        List<DefinitionVersion> users = accountable.usersOf(decision);
        return author.mayDoEverything()
                || (author.mayDeploy()
                        && (users.isEmpty() || users.stream().anyMatch(user -> author.isAmong(accountable.of(user)))));
    }

    List<DefinitionVersion> usersOf(String decision) {
        return accountable.usersOf(decision);
    }

    private void decision(Author author, String key, Findings findings) {
        List<DefinitionVersion> users = accountable.usersOf(key);
        if (!mayChangeDecision(author, key)) {
            findings.error(
                    0,
                    "decision",
                    key,
                    users.stream().map(DefinitionVersion::name).collect(Collectors.joining(", ")),
                    users.stream().map(accountable::names).distinct().collect(Collectors.joining(", ")));
        }
    }
}
