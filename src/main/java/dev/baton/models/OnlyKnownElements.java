package dev.baton.models;

import java.util.Map;

/** Only elements of the model language: what is not on the list is refused, whatever it might do. */
final class OnlyKnownElements implements Rule {

    /** Elements of BPMN that people draw and this language lacks, and which sentence says what to draw instead. */
    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("scriptTask", "script"),
            Map.entry("script", "script"),
            Map.entry("standardLoopCharacteristics", "loop"),
            Map.entry("adHocSubProcess", "adhoc"),
            Map.entry("complexGateway", "complex"),
            Map.entry("potentialOwner", "performer"),
            Map.entry("humanPerformer", "performer"),
            Map.entry("performer", "performer"),
            Map.entry("resourceRole", "performer"),
            Map.entry("resource", "resource"),
            Map.entry("ioSpecification", "data"),
            Map.entry("itemDefinition", "data"),
            Map.entry("dataInput", "data"),
            Map.entry("dataOutput", "data"),
            Map.entry("inputSet", "data"),
            Map.entry("outputSet", "data"),
            Map.entry("loopDataInputRef", "data"),
            Map.entry("inputDataItem", "data"),
            Map.entry("import", "import"),
            Map.entry("interface", "interface"),
            Map.entry("operationRef", "interface"),
            Map.entry("choreography", "choreography"),
            Map.entry("conversation", "choreography"));

    @Override
    public String name() {
        return "safe";
    }

    @Override
    public void check(Model model, Findings findings) {
        if (model.isProcess()) {
            walk(model.root(), findings);
        }
    }

    private static void walk(XmlElement element, Findings findings) {
        if (Vocabulary.DRAWING.contains(element.namespace())) {
            return;
        }
        if (!element.is(Vocabulary.BPMN, element.name()) || !Vocabulary.ELEMENTS.contains(element.name())) {
            findings.error(element, INSTEAD.getOrDefault(element.name(), "element"), element.name());
            return;
        }
        if (element.name().equals("extensionElements")) {
            element.children().stream()
                    .filter(extension -> extension.is(Vocabulary.CAMUNDA, extension.name()))
                    .forEach(extension -> extension(extension, findings));
        } else {
            element.children().forEach(child -> walk(child, findings));
        }
    }

    /** Extensions of others are read by nobody here; below one of Camunda's there may only be Camunda's. */
    private static void extension(XmlElement extension, Findings findings) {
        boolean known = extension.is(Vocabulary.CAMUNDA, extension.name())
                && Vocabulary.CAMUNDA_ELEMENTS.contains(extension.name());
        if (known) {
            extension.children().forEach(child -> extension(child, findings));
        } else {
            findings.error(
                    extension,
                    extension.name().endsWith("Listener")
                            ? "listener"
                            : extension.name().equals("script") ? "script" : "element",
                    extension.name());
        }
    }
}
