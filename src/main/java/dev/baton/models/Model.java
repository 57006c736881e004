package dev.baton.models;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A model file that could be read.
 *
 * @param file its name
 * @param bytes as they came
 */
record Model(String file, byte[] bytes, XmlElement root) {

    static Model read(String file, byte[] bytes) throws UnreadableModel {
        return new Model(file, bytes, XmlReader.read(bytes));
    }

    boolean isDecision() {
        return root.name().equals("definitions") && Vocabulary.DMN.contains(root.namespace());
    }

    boolean isProcess() {
        return root.is(Vocabulary.BPMN, "definitions");
    }

    Stream<XmlElement> all() {
        return root.all();
    }

    Stream<XmlElement> all(String... names) {
        return root.all().filter(element -> element.is(Vocabulary.BPMN, names));
    }

    Stream<XmlElement> processes() {
        return root.children(Vocabulary.BPMN, "process");
    }

    /** The one process that would run. */
    Optional<XmlElement> process() {
        return processes()
                .filter(process -> process.attribute("isExecutable").equals(Optional.of("true")))
                .findFirst()
                .or(() -> processes().findFirst());
    }

    Stream<XmlElement> decisions() {
        return root.children(root.namespace(), "decision");
    }

    /** The keys of the processes or decisions that the file would deploy. */
    Stream<String> keys() {
        return (isDecision() ? decisions() : process().stream()).flatMap(element -> element.id().stream());
    }

    /** Whether other workflows call this process, so that no request is opened with it: it names what it is given. */
    boolean isCalled() {
        return process().flatMap(process -> process.property("inputs")).isPresent();
    }

    Stream<XmlElement> nodes() {
        return root.all()
                .filter(element ->
                        element.namespace().equals(Vocabulary.BPMN) && Vocabulary.FLOW_NODES.contains(element.name()));
    }
}
