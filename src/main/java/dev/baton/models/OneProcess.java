package dev.baton.models;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A file holds one process that may run, with an id that can stand in an address and a file name. */
final class OneProcess implements Rule {

    private static final Pattern KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,59}");

    @Override
    public String name() {
        return "process";
    }

    @Override
    public void check(Model model, Findings findings) {
        if (!model.isProcess()) {
            return;
        }
        List<XmlElement> processes = model.processes().toList();
        if (processes.isEmpty()) {
            findings.error(model.root(), "none");
        } else if (processes.size() > 1) {
            findings.error(
                    model.process().orElse(processes.get(0)), "several", processes.size(), Flow.names(processes));
        } else {
            check(processes.get(0), findings);
        }
        nameOf(model)
                .filter(name -> model.keys().noneMatch(name::equals))
                .ifPresent(name -> model.process()
                        .ifPresent(process -> findings.note(
                                process, "file", model.file(), process.id().orElse(""))));
    }

    private static void check(XmlElement process, Findings findings) {
        if (!process.attribute("isExecutable").equals(Optional.of("true"))) {
            findings.error(process, "executable");
        }
        if (!KEY.matcher(process.id().orElse("")).matches()) {
            findings.error(process, "key", process.id().orElse(""));
        }
        if (process.attribute("name").isEmpty()) {
            findings.warning(process, "name");
        }
    }

    private static Optional<String> nameOf(Model model) {
        int dot = model.file().lastIndexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(model.file().substring(0, dot));
    }
}
