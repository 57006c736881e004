package dev.baton.models;

import java.util.Locale;
import java.util.Map;

/** The file is BPMN or DMN of a version that can be read; what else it looks like is said. */
final class KnownKind implements Rule {

    /** What stands in the namespace of a root, and which sentence tells what that is. */
    private static final Map<String, String> OTHERS = Map.of(
            "wfmc.org", "kind.xpdl",
            "/cmmn/", "kind.cmmn",
            "bonitasoft", "kind.bonita",
            "/dmn/", "kind.dmn",
            "/bpmn/", "kind.bpmn",
            "w3.org/1999/xhtml", "kind.page");

    @Override
    public String name() {
        return "reads";
    }

    @Override
    public void check(Model model, Findings findings) {
        if (!model.isProcess() && !model.isDecision()) {
            String namespace = model.root().namespace().toLowerCase(Locale.ROOT);
            String what = OTHERS.entrySet().stream()
                    .filter(other -> namespace.contains(other.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(model.root().name().equalsIgnoreCase("html") ? "kind.page" : "kind");
            findings.error(model.root(), what, model.root().name());
            return;
        }
        String other = model.isDecision() ? ".bpmn" : ".dmn";
        if (model.file().endsWith(other)) {
            findings.error(model.root(), "ending", model.file(), model.isDecision() ? ".dmn" : ".bpmn");
        }
    }
}
