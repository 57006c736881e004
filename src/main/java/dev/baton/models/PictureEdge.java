package dev.baton.models;

import static dev.baton.models.PictureWriter.n;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * A line of the drawing.
 *
 * @param points at least two
 * @param label where its name stands, if that is said
 * @param dashed whether it is no way of the work, such as to a note
 */
record PictureEdge(
        String id,
        String name,
        List<Point> points,
        @Nullable PictureBox label,
        boolean dashed) {

    private static final String DI = "http://www.omg.org/spec/DD/20100524/DI";
    private static final String BPMN_DI = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final double HEAD = 9;

    record Point(double x, double y) {}

    static Optional<PictureEdge> of(XmlElement edge, Optional<XmlElement> element) {
        List<Point> points = edge.children(DI, "waypoint")
                .flatMap(point ->
                        PictureBox.number(point, "x")
                                .flatMap(x -> PictureBox.number(point, "y").map(y -> new Point(x, y)))
                                .stream())
                .toList();
        return element.filter(drawn -> points.size() > 1)
                .map(drawn -> new PictureEdge(
                        drawn.id().orElse(""),
                        drawn.attribute("name").orElse(""),
                        points,
                        edge.children(BPMN_DI, "BPMNLabel")
                                .findFirst()
                                .flatMap(PictureBox::of)
                                .orElse(null),
                        !drawn.is(Vocabulary.BPMN, "sequenceFlow")));
    }

    Stream<PictureBox> boxes() {
        Stream<PictureBox> all = points.stream().map(point -> new PictureBox(point.x(), point.y(), 0, 0));
        return label == null ? all : Stream.concat(all, Stream.of(label));
    }

    void draw(PictureWriter writer, PictureMark mark) throws XMLStreamException {
        writer.shape(
                "polyline",
                "points",
                points.stream().map(point -> n(point.x()) + "," + n(point.y())).collect(Collectors.joining(" ")),
                "fill",
                "none",
                "stroke",
                mark.line(),
                "stroke-width",
                mark.width("1.4"),
                "stroke-dasharray",
                dashed ? "3 4" : mark.dashes());
        if (!dashed) {
            head(writer, mark);
        }
        if (!name.isBlank()) {
            Point middle = points.get(points.size() / 2);
            PictureBox at = label == null ? new PictureBox(middle.x() - 40, middle.y() - 16, 80, 14) : label;
            writer.lines(PictureText.lines(name, Math.max(at.width(), 60), 3), at.middle(), at.y() + 11, mark.line());
        }
    }

    private void head(PictureWriter writer, PictureMark mark) throws XMLStreamException {
        Point tip = points.get(points.size() - 1);
        Point before = points.get(points.size() - 2);
        double angle = Math.atan2(tip.y() - before.y(), tip.x() - before.x());
        writer.shape(
                "path",
                "d",
                String.format(
                        Locale.ROOT,
                        "M%.1f %.1fL%.1f %.1fL%.1f %.1fZ",
                        tip.x(),
                        tip.y(),
                        tip.x() - HEAD * Math.cos(angle - 0.4),
                        tip.y() - HEAD * Math.sin(angle - 0.4),
                        tip.x() - HEAD * Math.cos(angle + 0.4),
                        tip.y() - HEAD * Math.sin(angle + 0.4)),
                "fill",
                mark.line());
    }
}
