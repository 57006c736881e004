package dev.baton.models;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A model file that could be read. */
final class Model {

    private final String file;
    private final byte[] bytes;
    private final XmlElement root;
    private @Nullable Flow flow;

    private Model(String file, byte[] bytes, XmlElement root) {
        this.file = file;
        this.bytes = bytes;
        this.root = root;
    }

    static Model read(String file, byte[] bytes) throws UnreadableModel {
        return new Model(file, bytes, XmlReader.read(bytes));
    }

    /** The name of the file. */
    String file() {
        return file;
    }

    /** As they came. */
    byte[] bytes() {
        return bytes;
    }

    XmlElement root() {
        return root;
    }

    /** How work moves through it; made when it is first asked for. */
    Flow flow() {
        Flow made = flow == null ? Flow.of(this) : flow;
        flow = made;
        return made;
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

    /** The message, signal, error or escalation that is defined beside the processes under this id. */
    Optional<XmlElement> definition(String kind, String id) {
        String local = id.substring(id.indexOf(':') + 1);
        return root.children(Vocabulary.BPMN, kind)
                .filter(found -> found.id().equals(Optional.of(local)))
                .findFirst();
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
