package dev.baton.models;

import dev.baton.people.BusinessDuration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A workflow has an owner, a question, a prefix of its own, and a promise that can be read. */
final class HasOwner implements Rule {

    private static final Pattern PREFIX = Pattern.compile("[A-Z][A-Z0-9]{1,11}");

    private final Surroundings around;

    HasOwner(Surroundings around) {
        this.around = around;
    }

    @Override
    public String name() {
        return "owner";
    }

    @Override
    public void check(Model model, Findings findings) {
        model.process().filter(process -> model.isProcess()).ifPresent(process -> {
            if (saysNothing(process)) {
                findings.error(process, "nothing");
            } else {
                owner(process, findings);
                if (process.property("question").isEmpty()) {
                    findings.warning(process, "question");
                }
                if (!model.isCalled()) {
                    prefix(process, findings);
                    addresses(process, findings);
                }
            }
            isDefault(process)
                    .flatMap(marked ->
                            others(process).filter(Neighbour::isDefault).findFirst())
                    .ifPresent(other -> findings.warning(process, "default.taken", other.name()));
            process.property("promise")
                    .filter(promise -> BusinessDuration.parse(promise).isEmpty())
                    .ifPresent(promise -> findings.error(process, "promise", promise));
        });
    }

    /** Whether it was drawn without a thought of who owns it, as a model from elsewhere is. */
    static boolean saysNothing(XmlElement process) {
        return Stream.of("owner", "question", "prefix", "promise", "inputs")
                .allMatch(property -> process.property(property).isEmpty());
    }

    private void owner(XmlElement process, Findings findings) {
        Optional<String> owner = process.property("owner");
        if (owner.isEmpty()) {
            findings.error(process, "missing");
        } else if (!around.isSomebody(owner.get())) {
            findings.warning(process, "unknown", owner.get());
        }
    }

    private void prefix(XmlElement process, Findings findings) {
        Optional<String> prefix = process.property("prefix");
        if (prefix.isEmpty()) {
            findings.error(process, "prefix");
        } else if (!PREFIX.matcher(prefix.get()).matches()) {
            findings.error(process, "prefix.shape", prefix.get());
        } else {
            others(process)
                    .filter(other -> other.prefix().equals(prefix.get()))
                    .findFirst()
                    .ifPresent(other -> findings.warning(process, "prefix.taken", prefix.get(), other.name()));
        }
    }

    private void addresses(XmlElement process, Findings findings) {
        Workflow.list(process.property("addresses").orElse(""))
                .forEach(address -> others(process)
                        .filter(other -> other.answersTo(address))
                        .findFirst()
                        .ifPresent(other -> findings.warning(process, "address.taken", address, other.name())));
    }

    private static Optional<String> isDefault(XmlElement process) {
        return process.property("default").filter("true"::equals);
    }

    private Stream<Neighbour> others(XmlElement process) {
        return around.neighbours(process.id().orElse(""));
    }
}
