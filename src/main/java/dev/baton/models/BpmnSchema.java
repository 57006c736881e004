package dev.baton.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;

/** The BPMN 2.0 schema as the engine has it, read when it is first wanted. */
final class BpmnSchema {

    private static final String FOLDER = "/org/camunda/bpm/engine/impl/bpmn/parser/";

    private static final class Loaded {
        static final Schema SCHEMA = load();
    }

    private BpmnSchema() {}

    static Schema get() {
        return Loaded.SCHEMA;
    }

    private static Schema load() {
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        factory.setResourceResolver((type, namespace, publicId, systemId, base) -> input(systemId));
        try (InputStream main = open("BPMN20.xsd")) {
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            return factory.newSchema(new StreamSource(main, "BPMN20.xsd"));
        } catch (SAXException | IOException unreadable) {
            throw new IllegalStateException("The BPMN schema", unreadable);
        }
    }

    /** The parts of the schema lie beside it in the same jar; nothing is fetched from anywhere else. */
    private static @Nullable LSInput input(String part) {
        try {
            DOMImplementationLS parts = (DOMImplementationLS)
                    DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
            LSInput input = parts.createLSInput();
            input.setSystemId(part);
            input.setByteStream(open(part.substring(part.lastIndexOf('/') + 1)));
            return input;
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException("This Java reads no XML", missing);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream open(String part) throws IOException {
        URL url = BpmnSchema.class.getResource(FOLDER + part);
        return Objects.requireNonNull(url, part).openStream();
    }
}
