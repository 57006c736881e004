package dev.baton.models;

import java.io.StringWriter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;

/**
 * A workflow's drawing as an SVG picture, for where no script draws it. It has a ground of its own, so that it can be read
 * on dark pages too, and says in words what it shows.
 */
final class DiagramPicture {

    private static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final double EDGE = 20;

    /** What a phone shows at a size that people can read: some three steps, and what goes on above and below them. */
    private static final double CLOSE_WIDTH = 480;

    private static final double CLOSE_HEIGHT = 250;

    /** Marks farther apart than this are not shown together. */
    private static final double FARTHEST_APART = 560;

    private final Map<String, XmlElement> elements = new HashMap<>();
    private final List<PictureShape> shapes;
    private final List<PictureEdge> edges;
    private final Map<String, String> marks;
    private final Map<String, String> notes;
    private final String title;

    /**
     * @param model as it was deployed
     * @param marks what is to be marked, by the ids of elements: {@code now}, {@code added}, {@code removed},
     *     {@code changed}, {@code error}, {@code warning} or {@code note}
     */
    DiagramPicture(Model model, Map<String, String> marks) {
        this(model, marks, Map.of());
    }

    /** @param notes what is written at elements, by their ids */
    DiagramPicture(Model model, Map<String, String> marks, Map<String, String> notes) {
        this.marks = Map.copyOf(marks);
        this.notes = Map.copyOf(notes);
        this.title = model.process()
                .flatMap(process -> process.attribute("name").or(process::id))
                .orElse("");
        model.all()
                .filter(element -> element.namespace().equals(Vocabulary.BPMN))
                .forEach(element -> element.id().ifPresent(id -> elements.putIfAbsent(id, element)));
        shapes = drawn(model, "BPMNShape")
                .flatMap(shape -> PictureShape.of(shape, element(shape)).stream())
                .toList();
        edges = drawn(model, "BPMNEdge")
                .flatMap(edge -> PictureEdge.of(edge, element(edge)).stream())
                .toList();
    }

    private static Stream<XmlElement> drawn(Model model, String kind) {
        return model.all().filter(element -> element.is(DI, kind));
    }

    private Optional<XmlElement> element(XmlElement drawn) {
        return drawn.attribute("bpmnElement").flatMap(id -> Optional.ofNullable(elements.get(id)));
    }

    /** Whether there is anything to see: a model can be without a drawing. */
    boolean isEmpty() {
        return shapes.isEmpty();
    }

    /** What the workflow is called. */
    String title() {
        return title;
    }

    /** By each mark that is there what people call the elements with it, in the order of the alphabet. */
    SortedMap<String, SortedSet<String>> marks() {
        SortedMap<String, SortedSet<String>> names = new TreeMap<>();
        marks.forEach((id, mark) -> Optional.ofNullable(elements.get(id))
                .map(XmlElement::label)
                .ifPresent(name ->
                        names.computeIfAbsent(mark, none -> new TreeSet<>()).add(name)));
        return names;
    }

    /** The whole drawing. */
    PictureBox all() {
        return Stream.concat(
                        shapes.stream().flatMap(PictureShape::boxes),
                        edges.stream().flatMap(PictureEdge::boxes))
                .reduce(PictureBox::around)
                .orElse(new PictureBox(0, 0, 10, 10))
                .wider(EDGE);
    }

    /** The part around what is marked; around the leftmost where the marks lie far apart, and nothing if there are none. */
    Optional<PictureBox> closeUp() {
        List<PictureBox> marked = shapes.stream()
                .filter(shape -> marks.containsKey(shape.id()))
                .map(PictureShape::box)
                .sorted(Comparator.comparingDouble(PictureBox::x).thenComparingDouble(PictureBox::y))
                .toList();
        return marked.stream()
                .reduce(PictureBox::around)
                .map(together -> together.width() > FARTHEST_APART || together.height() > FARTHEST_APART
                        ? marked.get(0)
                        : together)
                .map(part -> part.wider(EDGE).atLeast(CLOSE_WIDTH, CLOSE_HEIGHT).within(all()));
    }

    /** The named steps and endings in this part, from left to right. */
    List<String> steps(PictureBox part) {
        return shapes.stream()
                .filter(shape -> shape.isStep() && part.holdsMiddleOf(shape.box()))
                .sorted(Comparator.comparingDouble(shape -> shape.box().middle()))
                .map(PictureShape::name)
                .filter(name -> !name.isBlank())
                .toList();
    }

    /** The picture of all of it, see {@link #svg(PictureBox, String)}. */
    String svg(String description) {
        return svg(all(), description);
    }

    /**
     * @param part what is shown of the drawing
     * @param description what can be seen on it, in sentences
     */
    String svg(PictureBox part, String description) {
        StringWriter text = new StringWriter();
        try {
            PictureWriter writer =
                    new PictureWriter(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text));
            writer.begin(part, title, description);
            for (PictureShape shape : shapes) {
                if (shape.isFrame() && isIn(part, shape.boxes())) {
                    shape.draw(writer, mark(shape.id()));
                }
            }
            for (PictureEdge edge : edges) {
                if (isIn(part, edge.boxes())) {
                    edge.draw(writer, mark(edge.id()));
                }
            }
            for (PictureShape shape : shapes) {
                if (!shape.isFrame() && isIn(part, shape.boxes())) {
                    shape.draw(writer, mark(shape.id()));
                }
            }
            for (PictureShape shape : shapes) {
                String note = notes.get(shape.id());
                if (note != null && isIn(part, shape.boxes())) {
                    writer.note(
                            note,
                            shape.box().middle(),
                            shape.box().y() + shape.box().height());
                }
            }
            writer.end();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString();
    }

    private static boolean isIn(PictureBox part, Stream<PictureBox> boxes) {
        return boxes.reduce(PictureBox::around).filter(part::meets).isPresent();
    }

    private PictureMark mark(String id) {
        return PictureMark.of(marks.get(id));
    }
}
