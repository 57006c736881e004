package dev.baton.models;

import static dev.baton.models.PictureWriter.n;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * A step, event, gateway or frame of the drawing.
 *
 * @param label where its name stands, if that is said and it does not stand within
 */
record PictureShape(
        String id,
        XmlElement element,
        PictureBox box,
        @Nullable PictureBox label) {

    private static final String BPMN_DI = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final Set<String> FRAMES = Set.of("participant", "lane", "group");

    static Optional<PictureShape> of(XmlElement shape, Optional<XmlElement> element) {
        return element.flatMap(drawn -> PictureBox.of(shape)
                .map(box -> new PictureShape(
                        drawn.id().orElse(""),
                        drawn,
                        box,
                        shape.children(BPMN_DI, "BPMNLabel")
                                .findFirst()
                                .flatMap(PictureBox::of)
                                .orElse(null))));
    }

    /** Whether it lies behind others: pools, lanes, and sub-processes that are open. */
    boolean isFrame() {
        return FRAMES.contains(element.name()) || (isSubProcess() && box.height() > 120);
    }

    private boolean isSubProcess() {
        return element.name().equals("subProcess") || element.name().equals("transaction");
    }

    Stream<PictureBox> boxes() {
        return label == null || isWithin() ? Stream.of(box) : Stream.of(box, label);
    }

    /** Whether the name stands in the shape and not below it. */
    private boolean isWithin() {
        return !element.name().endsWith("Event")
                && !element.name().endsWith("Gateway")
                && !element.name().startsWith("data");
    }

    /** Whether somebody or something works here, or the work ends. */
    boolean isStep() {
        return element.name().equals("task")
                || element.name().endsWith("Task")
                || element.name().equals("callActivity")
                || isSubProcess()
                || element.name().equals("endEvent");
    }

    String name() {
        return element.name().equals("textAnnotation")
                ? element.children(Vocabulary.BPMN, "text")
                        .map(XmlElement::text)
                        .findFirst()
                        .orElse("")
                : element.attribute("name").orElse("");
    }

    void draw(PictureWriter writer, PictureMark mark) throws XMLStreamException {
        if (element.name().endsWith("Event")) {
            event(writer, mark);
        } else if (element.name().endsWith("Gateway")) {
            gateway(writer, mark);
        } else {
            rectangle(writer, mark);
        }
        name(writer, mark);
        boolean pointed = element.name().endsWith("Gateway");
        writer.sign(mark, box.x() + box.width() - (pointed ? 10 : 2), box.y() + (pointed ? 10 : 2));
    }

    private void event(PictureWriter writer, PictureMark mark) throws XMLStreamException {
        double r = Math.min(box.width(), box.height()) / 2;
        boolean end = element.name().equals("endEvent");
        boolean goesOn = element.attribute("cancelActivity").equals(Optional.of("false"));
        circle(writer, mark, r, mark.width(end ? "3.5" : "1.6"), goesOn ? "4 3" : "");
        if (!end && !element.name().equals("startEvent")) {
            circle(writer, mark, r - 3, "1.2", goesOn ? "4 3" : "");
        }
        Optional<String> icon = element.children().stream()
                .map(XmlElement::name)
                .filter(name -> name.endsWith("EventDefinition"))
                .findFirst();
        if (icon.isPresent()) {
            PictureIcons.event(writer, icon.get(), box.middle(), box.centre(), mark.line(), end);
        }
    }

    private void circle(PictureWriter writer, PictureMark mark, double r, String width, String dashes)
            throws XMLStreamException {
        writer.shape(
                "circle",
                "cx",
                n(box.middle()),
                "cy",
                n(box.centre()),
                "r",
                n(r),
                "fill",
                mark.fill(),
                "stroke",
                mark.line(),
                "stroke-width",
                width,
                "stroke-dasharray",
                mark.dashes().isEmpty() ? dashes : mark.dashes());
    }

    private void gateway(PictureWriter writer, PictureMark mark) throws XMLStreamException {
        writer.shape(
                "path",
                "d",
                "M%s %sL%s %sL%s %sL%s %sZ"
                        .formatted(
                                n(box.middle()),
                                n(box.y()),
                                n(box.x() + box.width()),
                                n(box.centre()),
                                n(box.middle()),
                                n(box.y() + box.height()),
                                n(box.x()),
                                n(box.centre())),
                "fill",
                mark.fill(),
                "stroke",
                mark.line(),
                "stroke-width",
                mark.width("1.6"),
                "stroke-dasharray",
                mark.dashes());
        PictureIcons.gateway(writer, element.name(), box.middle(), box.centre(), mark.line());
    }

    private void rectangle(PictureWriter writer, PictureMark mark) throws XMLStreamException {
        boolean note = element.name().equals("textAnnotation");
        boolean thick = element.name().equals("callActivity");
        boolean round = !FRAMES.contains(element.name()) && !note;
        writer.shape(
                "rect",
                "x",
                n(box.x()),
                "y",
                n(box.y()),
                "width",
                n(box.width()),
                "height",
                n(box.height()),
                "rx",
                round ? "10" : "",
                "fill",
                isFrame() ? "none" : mark.fill(),
                "stroke",
                note ? "#8a949b" : mark.line(),
                "stroke-width",
                mark.width(thick ? "4" : "1.6"),
                "stroke-dasharray",
                note || element.name().equals("group") ? "3 4" : mark.dashes());
        if (round) {
            PictureIcons.step(writer, element.name(), box.x() + 6, box.y() + 6, mark.line());
        }
        if (element.children(Vocabulary.BPMN, "multiInstanceLoopCharacteristics")
                .findAny()
                .isPresent()) {
            PictureIcons.several(writer, box.middle(), box.y() + box.height() - 12, mark.line());
        }
    }

    private void name(PictureWriter writer, PictureMark mark) throws XMLStreamException {
        String name = name();
        if (name.isBlank()) {
            return;
        }
        if (isFrame()) {
            writer.lines(
                    PictureText.lines(name, box.width(), 1),
                    box.x() + 12 + name.length() * 3,
                    box.y() + 16,
                    mark.line());
        } else if (isWithin()) {
            List<String> lines =
                    PictureText.lines(name, box.width() - 12, (int) Math.max(1, box.height() / PictureText.LINE - 1));
            double top = box.centre() - (lines.size() - 1) * PictureText.LINE / 2 + 4;
            writer.lines(lines, box.middle(), top, "#16222b");
        } else {
            PictureBox at = label == null
                    ? new PictureBox(box.middle() - 45, box.y() + box.height() + 4, 90, PictureText.LINE)
                    : label;
            writer.lines(PictureText.lines(name, Math.max(at.width(), 80), 4), at.middle(), at.y() + 11, "#16222b");
        }
    }
}
