package dev.baton.models;

import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the parts of a picture; attributes instead of styles, which a page's rules would not let through. */
final class PictureWriter {

    private static final String SVG = "http://www.w3.org/2000/svg";

    private final XMLStreamWriter xml;

    PictureWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    void begin(PictureBox all, String title, String description) throws XMLStreamException {
        xml.writeStartElement("svg");
        xml.writeDefaultNamespace(SVG);
        attributes("role", "img", "aria-labelledby", "title description");
        attributes("viewBox", "%s %s %s %s".formatted(n(all.x()), n(all.y()), n(all.width()), n(all.height())));
        attributes("width", n(all.width()), "height", n(all.height()));
        attributes("font-family", "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif", "font-size", "12");
        text("title", "title", title);
        text("desc", "description", description);
        shape(
                "rect",
                "x",
                n(all.x()),
                "y",
                n(all.y()),
                "width",
                n(all.width()),
                "height",
                n(all.height()),
                "fill",
                "#ffffff");
    }

    private void text(String element, String id, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        attributes("id", id);
        xml.writeCharacters(readable(text));
        xml.writeEndElement();
    }

    void end() throws XMLStreamException {
        xml.writeEndElement();
        xml.flush();
    }

    /** An element without content, with these attributes: name, value, name, value. Empty values are left out. */
    void shape(String element, String... attributes) throws XMLStreamException {
        xml.writeStartElement(element);
        attributes(attributes);
        xml.writeEndElement();
    }

    private void attributes(String... pairs) throws XMLStreamException {
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            if (!pairs[i + 1].isEmpty()) {
                xml.writeAttribute(pairs[i], pairs[i + 1]);
            }
        }
    }

    /** Lines of text one below the other, around this middle; the first begins at this height. */
    void lines(List<String> lines, double middle, double top, String colour) throws XMLStreamException {
        double y = top;
        for (String line : lines) {
            xml.writeStartElement("text");
            attributes("x", n(middle), "y", n(y), "text-anchor", "middle", "fill", colour);
            xml.writeCharacters(readable(line));
            xml.writeEndElement();
            y += PictureText.LINE;
        }
    }

    /** A sign in a filled circle. */
    void sign(PictureMark mark, double x, double y) throws XMLStreamException {
        if (!mark.sign().isEmpty()) {
            shape("circle", "cx", n(x), "cy", n(y), "r", "9", "fill", mark.line(), "stroke", "#ffffff");
            lines(List.of(mark.sign()), x, y + 4.5, "#ffffff");
        }
    }

    /** Words in a frame of their own, around this place. */
    void note(String words, double middle, double centre) throws XMLStreamException {
        double width = words.length() * PictureText.LETTER + 14;
        shape(
                "rect",
                "x",
                n(middle - width / 2),
                "y",
                n(centre - 10),
                "width",
                n(width),
                "height",
                "20",
                "rx",
                "10",
                "fill",
                "#ffffff",
                "stroke",
                "#22303a",
                "stroke-width",
                "1.2");
        lines(List.of(words), middle, centre + 4.5, "#16222b");
    }

    static String n(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.format(Locale.ROOT, "%.1f", number);
    }

    /** XML has no place for control characters. */
    private static String readable(String text) {
        return text.codePoints()
                .filter(point -> point >= ' ' && point < 0xFFFE && Character.getType(point) != Character.SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
