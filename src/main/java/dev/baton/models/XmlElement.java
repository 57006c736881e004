package dev.baton.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** An element of a model file that knows its line. */
final class XmlElement {

    private final QName name;
    private final int line;
    private final @Nullable XmlElement parent;
    private final Map<QName, String> attributes = new LinkedHashMap<>();
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    XmlElement(QName name, int line, @Nullable XmlElement parent) {
        this.name = name;
        this.line = line;
        this.parent = parent;
        if (parent != null) {
            parent.children.add(this);
        }
    }

    void attribute(QName attribute, String value) {
        attributes.put(attribute, value);
    }

    void append(String more) {
        text.append(more);
    }

    String name() {
        return name.getLocalPart();
    }

    String namespace() {
        return name.getNamespaceURI();
    }

    int line() {
        return line;
    }

    Map<QName, String> attributes() {
        return attributes;
    }

    List<XmlElement> children() {
        return children;
    }

    @Nullable
    XmlElement parent() {
        return parent;
    }

    String text() {
        return text.toString();
    }

    boolean is(String namespace, String... names) {
        return namespace().equals(namespace) && Arrays.asList(names).contains(name());
    }

    /** An attribute without prefix; nothing if it is missing or blank. */
    Optional<String> attribute(String attribute) {
        return value(new QName(attribute));
    }

    /** An attribute of the {@code camunda} namespace; nothing if it is missing or blank. */
    Optional<String> camunda(String attribute) {
        return value(new QName(Vocabulary.CAMUNDA, attribute));
    }

    private Optional<String> value(QName attribute) {
        return Optional.ofNullable(attributes.get(attribute)).map(String::strip).filter(value -> !value.isEmpty());
    }

    Optional<String> id() {
        return attribute("id");
    }

    Stream<XmlElement> children(String namespace, String... names) {
        return children.stream().filter(child -> child.is(namespace, names));
    }

    /** The extension elements of this name that Camunda Modeler wrote to this element. */
    Stream<XmlElement> extensions(String extension) {
        return children(Vocabulary.BPMN, "extensionElements")
                .flatMap(extensions -> extensions.children(Vocabulary.CAMUNDA, extension));
    }

    /** The extension property of this name; nothing if it is missing or blank. */
    Optional<String> property(String property) {
        return extensions("properties")
                .flatMap(properties -> properties.children(Vocabulary.CAMUNDA, "property"))
                .filter(candidate -> candidate.attribute("name").equals(Optional.of(property)))
                .flatMap(found -> found.attribute("value").stream())
                .findFirst();
    }

    /** The parameters that this element is given before it begins, by name; only those that are texts. */
    Map<String, String> inputs() {
        Map<String, String> inputs = new LinkedHashMap<>();
        extensions("inputOutput")
                .flatMap(mapping -> mapping.children(Vocabulary.CAMUNDA, "inputParameter"))
                .forEach(input -> input.attribute("name")
                        .ifPresent(name -> inputs.put(name, input.text().strip())));
        return inputs;
    }

    /** Its children of this kind that are there and not empty, as texts. */
    Stream<String> texts(String child) {
        return children(Vocabulary.BPMN, child)
                .map(found -> found.text().strip())
                .filter(text -> !text.isEmpty());
    }

    /** This element and all below it, in the order of the file. */
    Stream<XmlElement> all() {
        List<XmlElement> all = new ArrayList<>();
        collect(all);
        return all.stream();
    }

    /** Every rule walks through every file, so no stream for each element. */
    private void collect(List<XmlElement> all) {
        all.add(this);
        for (XmlElement child : children) {
            child.collect(all);
        }
    }

    /** This element and all above it, innermost first. */
    Stream<XmlElement> upwards() {
        return parent == null ? Stream.of(this) : Stream.concat(Stream.of(this), parent.upwards());
    }

    /** Its name in the diagram, on one line. */
    Optional<String> title() {
        return attribute("name").map(name -> name.replaceAll("\\s+", " "));
    }

    /** What people call it: its name in the diagram, what a line joins, else its id, else what it is. */
    String label() {
        return title().or(this::joined).or(this::id).orElse(name());
    }

    /** What people see at it: its name in the diagram, or what a line without one joins. */
    Optional<String> seen() {
        return title().or(this::joined);
    }

    /** Nobody names every line, and Camunda Modeler's ids tell nobody which one is meant. */
    private Optional<String> joined() {
        XmlElement around = parent;
        if (around == null || !is(Vocabulary.BPMN, "sequenceFlow")) {
            return Optional.empty();
        }
        Optional<String> from = attribute("sourceRef").flatMap(around::labelOf);
        Optional<String> to = attribute("targetRef").flatMap(around::labelOf);
        return from.isEmpty() || to.isEmpty() ? Optional.empty() : Optional.of(from.get() + " → " + to.get());
    }

    /** What the child with this id is called. */
    private Optional<String> labelOf(String id) {
        return children.stream()
                .filter(child -> child.id().equals(Optional.of(id)))
                .map(child -> child.title().or(child::id).orElse(id))
                .findFirst();
    }

    /** The nearest element around this one, or itself, that people see in the diagram or can name. */
    XmlElement named() {
        return upwards()
                .filter(element -> element.namespace().equals(Vocabulary.BPMN)
                        && element.id().isPresent()
                        && !element.isDetail())
                .findFirst()
                .orElse(this);
    }

    /** Whether it only says more of the element around it, and is nowhere in the diagram itself. */
    private boolean isDetail() {
        return name().endsWith("EventDefinition") || Vocabulary.DETAILS.contains(name());
    }
}
