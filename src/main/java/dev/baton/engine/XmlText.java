package dev.baton.engine;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/** The text of an XML file, whose first bytes say how the others are to be read (XML 1.0, appendix F). */
final class XmlText {

    private static final Pattern DECLARATION = Pattern.compile("^\\uFEFF?<\\?xml\\s[^>]{0,200}>\\s{0,10}");

    private XmlText() {}

    /** Without its declaration, since a text has no encoding. */
    static String of(byte[] bytes) {
        return DECLARATION.matcher(new String(bytes, charset(bytes))).replaceFirst("");
    }

    private static Charset charset(byte[] bytes) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            String name = factory.createXMLStreamReader(new ByteArrayInputStream(bytes))
                    .getEncoding();
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (XMLStreamException | IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }
}
