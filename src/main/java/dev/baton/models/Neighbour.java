package dev.baton.models;

import java.util.List;
import java.util.Optional;

/**
 * Another workflow that requests can follow, as far as two can be in each other's way.
 *
 * @param addresses plus-tags and local parts that route mail there, lower-case
 * @param isDefault whether mail that fits no other workflow goes there
 */
record Neighbour(String key, String name, String prefix, List<String> addresses, boolean isDefault) {

    static Neighbour of(Workflow workflow) {
        return new Neighbour(
                workflow.key(), workflow.name(), workflow.prefix(), workflow.addresses(), workflow.isDefault());
    }

    /** What the model says; nothing if no request can be opened with it. */
    static Optional<Neighbour> of(Model model) {
        return model.process()
                .flatMap(process -> process.property("prefix")
                        .map(prefix -> new Neighbour(
                                process.id().orElse(""),
                                process.label(),
                                prefix,
                                Workflow.list(process.property("addresses").orElse("")),
                                process.property("default").equals(Optional.of("true")))));
    }

    boolean answersTo(String tagOrLocal) {
        return addresses.contains(tagOrLocal) || key.equalsIgnoreCase(tagOrLocal);
    }
}
