package dev.baton.models;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Mail that goes to a workflow by its address, and would go to another one if that were deployed. The check only warns of
 * it, because one person may own both; nobody else takes the mail of a workflow by writing its address into a model.
 */
final class MailOfOthers {

    private final Workflows workflows;

    MailOfOthers(Workflows workflows) {
        this.workflows = workflows;
    }

    /** An address, empty for mail that fits no workflow, and the workflow that it goes to now. */
    record Taken(String address, Workflow from) {}

    /** What this process would take, and did not before; nothing if no request is opened with it. */
    Stream<Taken> by(XmlElement process) {
        if (process.property("prefix").isEmpty()) {
            return Stream.empty();
        }
        String key = process.id().orElse("");
        Optional<Workflow> before = workflows.byKey(key);
        List<Workflow> others = workflows.all().stream()
                .filter(workflow -> !workflow.key().equals(key))
                .toList();
        Stream<Taken> byAddress = Stream.concat(
                        Stream.of(key),
                        Workflow.list(process.property("addresses").orElse("")).stream())
                .filter(address -> before.stream().noneMatch(mine -> mine.answersTo(address)))
                .flatMap(address -> others.stream()
                        .filter(other -> other.answersTo(address))
                        .map(other -> new Taken(address, other)));
        boolean asDefault = process.property("default").equals(Optional.of("true"))
                && before.filter(Workflow::isDefault).isEmpty();
        return Stream.concat(
                byAddress,
                others.stream().filter(other -> asDefault && other.isDefault()).map(other -> new Taken("", other)));
    }
}
