package dev.baton.models;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A step, event or gateway of a process.
 *
 * @param type the word of BPMN for its kind
 * @param name as the diagram shows it; empty if it has none
 * @param traits what else it says, by name
 * @param outcomes what can be decided, by value
 * @param fields what its form asks for, by id
 */
record SketchNode(
        String id,
        String type,
        String name,
        Map<String, String> traits,
        Map<String, Outcome> outcomes,
        Map<String, SketchField> fields) {

    /** What people or the engine work at or wait for, as against where the way parts. */
    private static final Set<String> STEPS = Set.of(
            "userTask",
            "manualTask",
            "task",
            "sendTask",
            "serviceTask",
            "receiveTask",
            "businessRuleTask",
            "callActivity",
            "intermediateCatchEvent");

    static SketchNode of(XmlElement node, XmlElement root) {
        Map<String, String> traits = Traits.of(node, root);
        String outcomes = traits.remove("property.outcomes");
        return new SketchNode(
                node.id().orElse(""),
                node.name(),
                node.attribute("name").map(Traits::plain).orElse(""),
                traits,
                byKey(outcomes == null ? List.of() : Outcome.listOf(outcomes), Outcome::value),
                byKey(
                        node.extensions("formData")
                                .flatMap(form -> form.children(Vocabulary.CAMUNDA, "formField"))
                                .map(SketchField::of)
                                .toList(),
                        SketchField::id));
    }

    private static <T> Map<String, T> byKey(List<T> list, Function<T, String> key) {
        return list.stream()
                .collect(Collectors.toMap(key, Function.identity(), (first, second) -> first, LinkedHashMap::new));
    }

    boolean isStep() {
        return STEPS.contains(type);
    }

    boolean isGateway() {
        return type.endsWith("Gateway");
    }

    Optional<String> trait(String trait) {
        return Optional.ofNullable(traits.get(trait));
    }

    /** What people call it: its name, or what kind of thing it is. */
    Phrase called() {
        return name.isEmpty() ? kind() : Phrase.of("named", name);
    }

    Phrase kind() {
        return Phrase.of("kind." + type);
    }

    SketchNode renamed(Map<String, String> ids) {
        Map<String, String> renamed = new LinkedHashMap<>(traits);
        Traits.REFERENCES.forEach(
                trait -> renamed.computeIfPresent(trait, (name, target) -> ids.getOrDefault(target, target)));
        return new SketchNode(ids.getOrDefault(id, id), type, name, renamed, outcomes, fields);
    }
}
