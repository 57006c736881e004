package dev.baton.models;

import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.UnsupportedEncodingException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads a file into elements that know their lines. No DOCTYPE, so no entity reaches a file, the network or memory. */
final class XmlReader {

    /** Bytes; a drawn workflow of a hundred steps takes about 100,000. */
    static final int LARGEST = 2_000_000;

    private static final int DEEPEST = 100;

    private XmlReader() {}

    static XmlElement read(byte[] bytes) throws UnreadableModel {
        if (bytes.length > LARGEST) {
            throw new UnreadableModel("large", 0, String.valueOf(LARGEST / 1_000_000));
        }
        Optional<String> other = FileSigns.otherThanXml(bytes);
        if (other.isPresent()) {
            throw new UnreadableModel(other.get(), 0, "");
        }
        FileEncoding.check(bytes);
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
            return elements(xml);
        } catch (XMLStreamException broken) {
            throw isCharset(broken)
                    ? new UnreadableModel("encoding", line(broken), "")
                    : XmlComplaint.of(plain(broken), line(broken));
        } catch (RuntimeException broken) {
            throw new UnreadableModel("xml", 0, String.valueOf(broken.getMessage()));
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private static XmlElement elements(XMLStreamReader xml) throws XMLStreamException, UnreadableModel {
        XmlElement root = null;
        XmlElement open = null;
        int depth = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            int line = xml.getLocation().getLineNumber();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new UnreadableModel("doctype", line, "");
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (++depth > DEEPEST) {
                    throw new UnreadableModel("deep", line, String.valueOf(DEEPEST));
                }
                open = start(xml, line, open);
                root = root == null ? open : root;
            } else if (event == XMLStreamConstants.END_ELEMENT && open != null) {
                depth--;
                open = open.parent();
            } else if (event == XMLStreamConstants.CHARACTERS && open != null) {
                open.append(xml.getText());
            }
        }
        if (root == null) {
            throw new UnreadableModel("xml", 0, "");
        }
        return root;
    }

    private static XmlElement start(XMLStreamReader xml, int line, @Nullable XmlElement parent) {
        XmlElement element = new XmlElement(xml.getName(), line, parent);
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            element.attribute(xml.getAttributeName(i), xml.getAttributeValue(i));
        }
        return element;
    }

    /** Whether the bytes are not in the encoding that the first line names, or that is none. */
    private static boolean isCharset(Throwable broken) {
        return Stream.iterate(broken, Objects::nonNull, XmlReader::cause)
                .anyMatch(cause ->
                        cause instanceof CharConversionException || cause instanceof UnsupportedEncodingException);
    }

    private static @Nullable Throwable cause(Throwable broken) {
        return broken instanceof XMLStreamException xml ? xml.getNestedException() : broken.getCause();
    }

    private static int line(XMLStreamException broken) {
        return broken.getLocation() == null
                ? 0
                : Math.max(0, broken.getLocation().getLineNumber());
    }

    /** The parser's own words without its line and column, which the finding says better. */
    private static String plain(XMLStreamException broken) {
        String message = String.valueOf(broken.getMessage());
        int own = message.indexOf("Message: ");
        return own < 0 ? message : message.substring(own + "Message: ".length());
    }
}
