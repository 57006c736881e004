package dev.baton.models;

import dev.baton.engine.DefinitionVersion;
import dev.baton.engine.Deployments;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Who may change what is deployed: whoever owns the version that is there, and admins. A decision table belongs to whoever
 * owns a workflow that uses it. What is new may be deployed by everybody who owns workflows.
 */
final class Rights {

    private final Deployments deployments;
    private final Accountable accountable;

    Rights(Deployments deployments, Accountable accountable) {
        this.deployments = deployments;
        this.accountable = accountable;
    }

    /** Says why the author may not deploy this, if that is so. */
    void check(Author author, Model model, Findings findings) {
        if (author.mayDoEverything()) {
            return;
        }
        if (!author.mayDeploy()) {
            findings.error(0, "role");
        } else if (model.isDecision()) {
            model.keys().forEach(key -> decision(author, key, findings));
        } else {
            model.keys()
                    .flatMap(key -> deployments.newestProcess(key).stream())
                    .filter(newest -> !author.isAmong(accountable.of(newest)))
                    .forEach(newest -> findings.error(0, "workflow", newest.name(), accountable.names(newest)));
        }
    }

    /** Whether the author may change what is deployed of this process. */
    boolean mayChange(Author author, String process) {
        return author.mayDoEverything()
                || (author.mayDeploy()
                        && deployments.newestProcess(process).stream()
                                .allMatch(newest -> author.isAmong(accountable.of(newest))));
    }

    private void decision(Author author, String key, Findings findings) {
        List<DefinitionVersion> users = accountable.usersOf(key);
        if (!users.isEmpty() && users.stream().noneMatch(user -> author.isAmong(accountable.of(user)))) {
            findings.error(
                    0,
                    "decision",
                    key,
                    users.stream().map(DefinitionVersion::name).collect(Collectors.joining(", ")),
                    users.stream().map(accountable::names).distinct().collect(Collectors.joining(", ")));
        }
    }
}
