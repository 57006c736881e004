package dev.baton.models;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;

/**
 * What an element of a process says besides its id, its name and its form: attributes, properties, inputs, timers and
 * messages, by names of our own. What is only drawn or is the usual anyway is left out.
 */
final class Traits {

    /** Traits whose value is the id of another element. */
    static final Set<String> REFERENCES = Set.of("attachedToRef", "within");

    private static final Set<String> NOT_SAID = Set.of(
            "id",
            "name",
            "default",
            "isExecutable",
            "gatewayDirection",
            "startQuantity",
            "completionQuantity",
            "processType",
            "implementation",
            "diagramRelationId");

    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("cancelActivity", "true"),
            Map.entry("isInterrupting", "true"),
            Map.entry("exclusive", "true"),
            Map.entry("asyncBefore", "false"),
            Map.entry("asyncAfter", "false"),
            Map.entry("triggeredByEvent", "false"),
            Map.entry("isForCompensation", "false"),
            Map.entry("isSequential", "false"),
            Map.entry("isClosed", "false"),
            Map.entry("instantiate", "false"),
            Map.entry("property.default", "false"));

    /** What events are about: the definition's reference and the attribute that names what it refers to. */
    private static final Map<String, String> ABOUT =
            Map.of("message", "name", "signal", "name", "error", "errorCode", "escalation", "escalationCode");

    private final Map<String, String> traits = new LinkedHashMap<>();
    private final XmlElement root;

    private Traits(XmlElement root) {
        this.root = root;
    }

    static Map<String, String> of(XmlElement element, XmlElement root) {
        Traits traits = new Traits(root);
        traits.attributes(element);
        traits.within(element);
        element.children().stream()
                .filter(child -> child.namespace().equals(Vocabulary.BPMN))
                .forEach(traits::child);
        element.children(Vocabulary.BPMN, "extensionElements")
                .flatMap(extensions -> extensions.children().stream())
                .filter(extension -> extension.namespace().equals(Vocabulary.CAMUNDA))
                .forEach(traits::extension);
        return traits.traits;
    }

    /** The text with any run of white space as one blank. */
    static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private void put(String trait, String value) {
        String said = plain(value);
        if (!said.isEmpty() && !said.equals(USUAL.get(trait))) {
            traits.put(trait, said);
        }
    }

    private void attributes(XmlElement element) {
        element.attributes().forEach((name, value) -> {
            if (isSaid(name)) {
                put(name.getLocalPart(), value);
            }
        });
        String message = element.attributes().get(new QName("messageRef"));
        if (message != null) {
            traits.remove("messageRef");
            put("message", referred(message, "name"));
        }
    }

    private static boolean isSaid(QName attribute) {
        String name = attribute.getLocalPart();
        boolean ours = attribute.getNamespaceURI().isEmpty()
                || attribute.getNamespaceURI().equals(Vocabulary.CAMUNDA);
        return ours && !NOT_SAID.contains(name) && !name.startsWith("modelerTemplate");
    }

    private void within(XmlElement element) {
        XmlElement around = element.parent();
        if (around != null && around.is(Vocabulary.BPMN, "subProcess", "transaction")) {
            put("within", around.id().orElse(""));
        }
    }

    private void child(XmlElement child) {
        if (child.name().endsWith("EventDefinition")) {
            event(child);
        } else if (child.is(Vocabulary.BPMN, "documentation")) {
            put("documentation", child.text());
        } else if (child.is(Vocabulary.BPMN, "multiInstanceLoopCharacteristics")) {
            put("several", child.attribute("isSequential").equals(Optional.of("true")) ? "sequential" : "parallel");
            child.attributes().forEach((name, value) -> {
                if (isSaid(name) && !name.getLocalPart().equals("isSequential")) {
                    put(name.getLocalPart(), value);
                }
            });
            child.children(Vocabulary.BPMN, "loopCardinality", "completionCondition")
                    .forEach(rule -> put(rule.name(), rule.text()));
        }
    }

    private void event(XmlElement definition) {
        String kind = definition.name().substring(0, definition.name().length() - "EventDefinition".length());
        if (ABOUT.containsKey(kind)) {
            put(
                    kind,
                    definition
                            .attribute(kind + "Ref")
                            .map(id -> referred(id, ABOUT.get(kind)))
                            .orElse("any"));
        } else if (definition.children().isEmpty()) {
            put(kind, definition.attribute("name").orElse("yes"));
        }
        definition.attributes().forEach((name, value) -> {
            if (isSaid(name) && !name.getLocalPart().endsWith("Ref")) {
                put(name.getLocalPart(), value);
            }
        });
        definition
                .children(Vocabulary.BPMN, "timeDate", "timeDuration", "timeCycle", "condition")
                .forEach(when -> put(when.name(), when.text()));
        definition
                .children(Vocabulary.BPMN, "extensionElements")
                .flatMap(extensions -> extensions.children().stream())
                .filter(extension -> extension.namespace().equals(Vocabulary.CAMUNDA))
                .forEach(this::extension);
    }

    private String referred(String id, String attribute) {
        return root.children().stream()
                .filter(each -> each.id().equals(Optional.of(id)))
                .flatMap(each -> each.attribute(attribute).or(() -> each.attribute("name")).stream())
                .findFirst()
                .orElse(id);
    }

    private void extension(XmlElement extension) {
        switch (extension.name()) {
            case "properties" ->
                extension
                        .children(Vocabulary.CAMUNDA, "property")
                        .forEach(property -> put(
                                "property." + property.attribute("name").orElse(""),
                                property.attribute("value").orElse("")));
            case "inputOutput" ->
                extension
                        .children()
                        .forEach(parameter -> put(
                                (parameter.name().startsWith("input") ? "input." : "output.")
                                        + parameter.attribute("name").orElse(""),
                                deep(parameter)));
            case "in", "out" ->
                put(
                        extension.name() + "."
                                + extension
                                        .attribute("target")
                                        .or(() -> extension.attribute("variables"))
                                        .orElse("businessKey"),
                        flat(extension));
            case "formData" -> {}
            default -> put("extension." + extension.name(), flat(extension) + " " + deep(extension));
        }
    }

    private static String flat(XmlElement element) {
        return element.attributes().entrySet().stream()
                .filter(attribute -> !attribute.getKey().getLocalPart().equals("target"))
                .map(attribute -> attribute.getValue())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** Its text and that of all within, lists as their parts. */
    private static String deep(XmlElement element) {
        String own = plain(element.text());
        String within = element.children().stream()
                .map(child -> child.attribute("key").map(key -> key + ": ").orElse("") + deep(child))
                .collect(Collectors.joining(", "));
        return own.isEmpty() || within.isEmpty() ? own + within : own + " " + within;
    }
}
