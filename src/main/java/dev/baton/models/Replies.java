package dev.baton.models;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a model waits for a message, and which one. The only message that ever arrives is an answer by mail. */
final class Replies {

    /** The name under which an answer by mail arrives. */
    static final String NAME = "reply";

    /** What can wait for a message, if it is not the start of the whole workflow. */
    private static final List<String> EVENTS = List.of("intermediateCatchEvent", "boundaryEvent", "startEvent");

    private Replies() {}

    /** The steps and events that wait for an answer by mail. */
    static Stream<XmlElement> waiting(Model model) {
        return waitingForAny(model)
                .filter(step -> message(model, step)
                        .flatMap(message -> message.attribute("name"))
                        .equals(Optional.of(NAME)));
    }

    /** The steps and events that wait for a message of any name, or of none. */
    static Stream<XmlElement> waitingForAny(Model model) {
        return model.nodes()
                .filter(node -> node.name().equals("receiveTask")
                        || (EVENTS.contains(node.name())
                                && node.children(Vocabulary.BPMN, "messageEventDefinition")
                                        .findAny()
                                        .isPresent()));
    }

    /** The id of the message that the step refers to. */
    static Optional<String> reference(XmlElement step) {
        return step.name().equals("receiveTask")
                ? step.attribute("messageRef")
                : step.children(Vocabulary.BPMN, "messageEventDefinition")
                        .flatMap(event -> event.attribute("messageRef").stream())
                        .findFirst();
    }

    static Optional<XmlElement> message(Model model, XmlElement step) {
        return reference(step).flatMap(id -> model.definition("message", id));
    }
}
