package dev.baton.models;

import java.util.Map;
import java.util.Optional;

/**
 * A line of a process.
 *
 * @param condition when it is taken, as the model writes it; empty for none
 * @param otherwise whether it is taken when no other condition holds
 */
record SketchFlow(String from, String to, String condition, boolean otherwise) {

    static SketchFlow of(XmlElement flow) {
        String from = flow.attribute("sourceRef").orElse("");
        String id = flow.id().orElse("");
        boolean otherwise = Optional.ofNullable(flow.parent()).stream()
                .flatMap(XmlElement::all)
                .filter(element -> element.id().equals(Optional.of(from)))
                .anyMatch(source -> source.attribute("default").equals(Optional.of(id)));
        return new SketchFlow(
                from,
                flow.attribute("targetRef").orElse(""),
                flow.children(Vocabulary.BPMN, "conditionExpression")
                        .map(XmlElement::text)
                        .map(Traits::plain)
                        .findFirst()
                        .orElse(""),
                otherwise);
    }

    SketchFlow renamed(Map<String, String> ids) {
        return new SketchFlow(ids.getOrDefault(from, from), ids.getOrDefault(to, to), condition, otherwise);
    }
}
