package dev.baton.metrics.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Where things lie in a chart. */
class ChartTest {

    private static Chart chart() {
        return new Chart("days", "Days", "Ten days.", Axis.numbers("week", 10), Axis.numbers("days", 100));
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void aValueLiesWhereTheAxesSay(Shape shape) {
        String svg = chart().line(Ink.MAIN, List.of(new Point(0, 0), new Point(10, 100)))
                .svg(shape);
        Frame frame = Frame.of(Axis.numbers("week", 10), Axis.numbers("days", 100), shape);

        Matcher line = Pattern.compile("d=\"M([\\d.]+) ([\\d.]+)L([\\d.]+) ([\\d.]+)\" fill=\"none\"")
                .matcher(svg);
        assertThat(line.find()).isTrue();
        assertThat(Double.parseDouble(line.group(1))).isEqualTo(frame.left(), within(.1));
        assertThat(Double.parseDouble(line.group(2))).isEqualTo(frame.bottom(), within(.1));
        assertThat(Double.parseDouble(line.group(3))).isEqualTo(frame.right(), within(.1));
        assertThat(Double.parseDouble(line.group(4))).isEqualTo(frame.top(), within(.1));
        assertThat(frame.across(5)).isEqualTo((frame.left() + frame.right()) / 2);
        assertThat(frame.up(5)).isLessThan(frame.up(0)).isGreaterThan(frame.up(10));
    }

    @Test
    void nothingLiesOutsideOfThePlot() {
        Frame frame = Frame.of(Axis.numbers("", 10), Axis.numbers("", 10), Shape.NARROW);

        assertThat(frame.across(1e9)).isEqualTo(frame.right());
        assertThat(frame.up(-5)).isEqualTo(frame.bottom());
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void itIsAPictureWithNameAndDescriptionWhateverIsWrittenInIt(Shape shape) throws Exception {
        Chart chart = new Chart("odd", "<b>&\"A\u0007", "x < y 😀", Axis.numbers("a & b", 1), Axis.numbers("<", 1))
                .level(Ink.ALERT, .5, "50 % <half>")
                .mark(Ink.QUIET, .5, "\"2\"");

        Element svg = parsed(chart.svg(shape)).getDocumentElement();

        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(svg.getAttribute("aria-labelledby"))
                .isEqualTo("odd-%s-title odd-%s-description".formatted(shape.word(), shape.word()));
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("<b>&\"A");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).isEqualTo("x < y 😀");
        assertThat(svg.getTextContent()).contains("50 % <half>", "\"2\"", "a & b");
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void wordsAtLinesCloseTogetherDoNotOverlap(Shape shape) throws Exception {
        Chart chart = chart().level(Ink.MAIN, 50, "half")
                .level(Ink.MAIN, 51, "85 %")
                .level(Ink.MAIN, 52, "95 %")
                .level(Ink.MAIN, 0, "none");

        List<Double> heights = texts(chart.svg(shape), "ink-strong").stream()
                .map(text -> Double.parseDouble(text.getAttribute("y")))
                .sorted()
                .toList();

        assertThat(heights).hasSizeGreaterThanOrEqualTo(4);
        List<Double> distinct = heights.stream().distinct().toList();
        assertThat(distinct).hasSize(4);
        for (int i = 1; i < distinct.size(); i++) {
            assertThat(distinct.get(i) - distinct.get(i - 1)).isGreaterThanOrEqualTo(Frame.LETTERS);
        }
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void textsStayInThePicture(Shape shape) throws Exception {
        Chart chart = new Chart(
                        "days", "Days", "", Axis.numbers("Weeks since the beginning", 1e6), Axis.counts("Cases", 1e9))
                .mark(Ink.QUIET, 9.9e5, "Version 2")
                .level(Ink.ALERT, 1e9, "95 %: 12.4 days");

        NodeList texts = parsed(chart.svg(shape)).getElementsByTagName("text");
        for (int i = 0; i < texts.getLength(); i++) {
            Element text = (Element) texts.item(i);
            double width = text.getTextContent().length() * 6.5;
            double x = Double.parseDouble(text.getAttribute("x"));
            double from = switch (text.getAttribute("text-anchor")) {
                case "end" -> x - width;
                case "middle" -> x - width / 2;
                default -> x;
            };
            assertThat(from).as(text.getTextContent()).isGreaterThanOrEqualTo(-1);
            assertThat(from + width).as(text.getTextContent()).isLessThanOrEqualTo(shape.width());
            assertThat(Double.parseDouble(text.getAttribute("y"))).isBetween(10.0, shape.height() - 2.0);
        }
    }

    @Test
    void manyDotsAreFewLetters() {
        Chart chart = chart().dots(
                        Ink.MAIN,
                        IntStream.range(0, 1_000)
                                .mapToObj(i -> new Dot(i / 100.0, i % 100, 1 + i % 7))
                                .toList());

        assertThat(chart.svg()).hasSizeLessThan(70_000);
    }

    @Test
    void emptyChartsHaveTheirAxes() throws Exception {
        Chart chart =
                chart().line(Ink.MAIN, List.of()).dots(Ink.MAIN, List.of()).area(Ink.SOFT, List.of(), List.of());

        assertThat(texts(chart.svg(Shape.WIDE), "ink-words")).isNotEmpty();
    }

    @Test
    void lanesGiveEachItsBandsAndDots() throws Exception {
        Lanes lanes = new Lanes(
                "ages",
                "Ages",
                "Two steps.",
                Axis.numbers("days", 10),
                List.of(
                        new Lanes.Lane("Write the copy", "2 open", List.of(1.0, 2.0, 5.0), List.of(.5), List.of(9.0)),
                        new Lanes.Lane(
                                "A name that is far too long for a phone, really",
                                "",
                                List.of(),
                                List.of(),
                                List.of())));

        for (Shape shape : Shape.values()) {
            Document svg = parsed(lanes.svg(shape));
            NodeList bands = svg.getElementsByTagName("rect");
            assertThat(bands.getLength()).isEqualTo(3);
            assertThat(end(bands, 0)).isEqualTo(start(bands, 1), within(.2));
            assertThat(end(bands, 1)).isEqualTo(start(bands, 2), within(.2));
            assertThat(end(bands, 2) - 6).isEqualTo((shape.width() - 18) / 2.0, within(.2));
            assertThat(svg.getElementsByTagName("svg").item(0).getTextContent()).contains("2 open");
        }
        assertThat(lanes.svg(Shape.NARROW)).contains("A name that is far").contains("…");
    }

    private static double start(NodeList rectangles, int place) {
        return Double.parseDouble(((Element) rectangles.item(place)).getAttribute("x"));
    }

    private static double end(NodeList rectangles, int place) {
        return start(rectangles, place) + Double.parseDouble(((Element) rectangles.item(place)).getAttribute("width"));
    }

    @Test
    void whereThereAreNoStylesItHasColoursAllTheSame() throws Exception {
        Chart chart = chart().area(
                        Ink.SOFT,
                        List.of(new Point(0, 0), new Point(10, 0)),
                        List.of(new Point(0, 100), new Point(10, 100)))
                .dots(Ink.ALERT, List.of(new Dot(5, 50, 1)));
        Frame frame = Frame.of(Axis.numbers("week", 10), Axis.numbers("days", 100), Shape.WIDE);

        BufferedImage image = drawn(chart.svg(Shape.WIDE));

        assertThat(colour(image, frame.across(1), frame.up(90))).isEqualTo("#a3cacc");
        Color dot = new Color(image.getRGB((int) frame.across(5), (int) frame.up(50)));
        assertThat(dot.getRed()).isGreaterThan(dot.getGreen() + 40);
    }

    private static String colour(BufferedImage image, double x, double y) {
        return "#%06x".formatted(image.getRGB((int) x, (int) y) & 0xFFFFFF);
    }

    private static BufferedImage drawn(String svg) {
        SVGDocument document = new SVGLoader()
                .load(
                        new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)),
                        null,
                        LoaderContext.createDefault());
        BufferedImage image = new BufferedImage(Shape.WIDE.width(), Shape.WIDE.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D on = image.createGraphics();
        on.setColor(Color.WHITE);
        on.fillRect(0, 0, image.getWidth(), image.getHeight());
        document.render(null, on);
        on.dispose();
        return image;
    }

    private static List<Element> texts(String svg, String group) throws Exception {
        NodeList texts = parsed(svg).getElementsByTagName("text");
        return IntStream.range(0, texts.getLength())
                .mapToObj(place -> (Element) texts.item(place))
                .filter(text -> isIn(text, group))
                .toList();
    }

    private static boolean isIn(Element text, String group) {
        for (Node node = text; node instanceof Element element; node = node.getParentNode()) {
            if (element.getAttribute("class").equals(group)) {
                return true;
            }
        }
        return false;
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }
}
