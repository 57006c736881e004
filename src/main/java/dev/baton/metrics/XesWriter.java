package dev.baton.metrics;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes an event log in XES (IEEE 1849-2016, whose schema is of no namespace), attribute by attribute. */
final class XesWriter {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx");

    private final XMLStreamWriter xml;

    XesWriter(OutputStream out) throws XMLStreamException {
        this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
    }

    /**
     * Something that happened.
     *
     * @param instance which one of several of the same name; null where there is one only
     * @param attributes text, number, boolean or instant by key
     */
    record Event(
            String name,
            String transition,
            Instant at,
            @Nullable String instance,
            Map<String, Object> attributes) {}

    void begin() throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeStartElement("log");
        xml.writeAttribute("xes.version", "1849.2016");
        xml.writeAttribute("xes.features", "");
        extension("Concept", "concept", "http://www.xes-standard.org/concept.xesext");
        extension("Lifecycle", "lifecycle", "http://www.xes-standard.org/lifecycle.xesext");
        extension("Time", "time", "http://www.xes-standard.org/time.xesext");
        global("trace", Map.of("concept:name", "?"));
        global(
                "event",
                Map.of("concept:name", "?", "lifecycle:transition", "complete", "time:timestamp", Instant.EPOCH));
        classifier("Activity", "concept:name");
        classifier("ActivityAndTransition", "concept:name lifecycle:transition");
        attribute("concept:name", "Baton");
        attribute("lifecycle:model", "standard");
    }

    void trace(String name, Map<String, Object> attributes, List<Event> events) throws XMLStreamException {
        xml.writeStartElement("trace");
        attribute("concept:name", name);
        attributes(attributes);
        for (Event event : events) {
            xml.writeStartElement("event");
            attribute("concept:name", event.name());
            if (event.instance() != null) {
                attribute("concept:instance", event.instance());
            }
            attribute("lifecycle:transition", event.transition());
            attribute("time:timestamp", event.at());
            attributes(event.attributes());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    void end() throws XMLStreamException {
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }

    private void extension(String name, String prefix, String uri) throws XMLStreamException {
        xml.writeEmptyElement("extension");
        xml.writeAttribute("name", name);
        xml.writeAttribute("prefix", prefix);
        xml.writeAttribute("uri", uri);
    }

    private void global(String scope, Map<String, Object> attributes) throws XMLStreamException {
        xml.writeStartElement("global");
        xml.writeAttribute("scope", scope);
        attributes(attributes);
        xml.writeEndElement();
    }

    private void classifier(String name, String keys) throws XMLStreamException {
        xml.writeEmptyElement("classifier");
        xml.writeAttribute("name", name);
        xml.writeAttribute("scope", "event");
        xml.writeAttribute("keys", keys);
    }

    private void attributes(Map<String, Object> attributes) throws XMLStreamException {
        for (Map.Entry<String, Object> each : attributes.entrySet()) {
            attribute(each.getKey(), each.getValue());
        }
    }

    private void attribute(String key, Object value) throws XMLStreamException {
        xml.writeEmptyElement(type(value));
        xml.writeAttribute("key", key);
        xml.writeAttribute("value", text(value));
    }

    private static String type(Object value) {
        if (value instanceof Instant) {
            return "date";
        }
        return value instanceof Long ? "int" : value instanceof Boolean ? "boolean" : "string";
    }

    private static String text(Object value) {
        return value instanceof Instant at ? TIME.format(at.atOffset(ZoneOffset.UTC)) : inXml(String.valueOf(value));
    }

    /** Without the characters that XML 1.0 cannot hold. */
    private static String inXml(String text) {
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c >= 0x10000)
                .forEach(legal::appendCodePoint);
        return legal.toString();
    }
}
