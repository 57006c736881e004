package dev.baton.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

/** Pictures of workflows for where no script draws them. */
class DiagramPictureTest {

    private static String svg(byte[] bytes, Map<String, String> marks) throws UnreadableModel {
        return new DiagramPicture(Model.read("", bytes), marks).svg("What it shows <&>.");
    }

    private static byte[] launch() throws IOException {
        return Files.readAllBytes(Path.of("bpmn/campaign-launch.bpmn"));
    }

    static Stream<Path> ours() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("ours")
    void everyWorkflowOfOursIsAPictureWithItsNamesInIt(Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);

        String svg = svg(bytes, Map.of());

        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        Document picture = Jsoup.parse(svg, "", Parser.xmlParser());
        String words = String.join("", picture.select("text").eachText()).replaceAll("[\\s…]", "");
        List<String> names = Model.read("", bytes)
                .nodes()
                .flatMap(node -> node.attribute("name").stream())
                .map(name -> name.replaceAll("\\s", ""))
                .toList();
        assertThat(names).isNotEmpty().allMatch(name -> words.contains(name.substring(0, Math.min(12, name.length()))));
    }

    @Test
    void itSaysInWordsWhatItShows() throws Exception {
        Document picture = Jsoup.parse(svg(launch(), Map.of()), "", Parser.xmlParser());

        assertThat(picture.select("svg").attr("role")).isEqualTo("img");
        assertThat(picture.select("title").text()).isEqualTo("Campaign launch");
        assertThat(picture.select("desc").text()).isEqualTo("What it shows <&>.");
        assertThat(picture.select("[style], style, script, [onload], image, a")).isEmpty();
    }

    @Test
    void whatIsMarkedHasASignAndNotOnlyAColour() throws Exception {
        assertThat(svg(launch(), Map.of())).doesNotContain(">▶<");
        assertThat(svg(launch(), Map.of("checkBrief", "now"))).contains(">▶<");
        assertThat(svg(launch(), Map.of("checkBrief", "removed"))).contains(">−<", "8 5");
    }

    @Test
    void aCloseUpShowsWhereTheWorkIsAndLittleElse() throws Exception {
        DiagramPicture picture = new DiagramPicture(Model.read("", launch()), Map.of("checkBrief", "now"));

        PictureBox part = picture.closeUp().orElseThrow();

        assertThat(part.width()).isEqualTo(480);
        assertThat(picture.steps(part)).contains("Check the brief").doesNotContain("Put everything live");
        String svg = picture.svg(part, "What it shows");
        assertThat(svg).contains(">▶<").hasSizeLessThan(picture.svg("").length() * 2 / 3);
    }

    @ParameterizedTest
    @MethodSource("ours")
    void everyStepOfOursCanBeShownFromNear(Path file) throws Exception {
        Model model = Model.read("", Files.readAllBytes(file));
        for (String step : model.nodes().flatMap(node -> node.id().stream()).toList()) {
            DiagramPicture picture = new DiagramPicture(model, Map.of(step, "now"));
            PictureBox part = picture.closeUp().orElseThrow();
            PictureBox all = picture.all();

            assertThat(part.width()).isBetween(1.0, 600.0).isLessThanOrEqualTo(all.width());
            assertThat(part.height()).isBetween(1.0, 600.0).isLessThanOrEqualTo(all.height());
            assertThat(part.meets(all)).isTrue();
        }
    }

    @Test
    void nothingIsShownFromNearWhereNothingIsMarked() throws Exception {
        Model model = Model.read("", launch());
        assertThat(new DiagramPicture(model, Map.of()).closeUp()).isEmpty();
        assertThat(new DiagramPicture(model, Map.of("nowhere", "now")).closeUp())
                .isEmpty();
    }

    @Test
    void aModelThatIsNotDrawnIsNoPicture() throws Exception {
        assertThat(new DiagramPicture(Model.read("", Drawing.good().bytes()), Map.of()).isEmpty())
                .isTrue();
    }

    @Test
    void numbersThatAreNoneAndNamesThatAreMarkupDoNoHarm() throws Exception {
        String xml = new String(launch(), StandardCharsets.UTF_8)
                .replaceFirst("width=\"36\"", "width=\"NaN\"")
                .replaceFirst("x=\"\\d+\"", "x=\"1e300\"")
                .replace("name=\"Check the brief\"", "name=\"&lt;script&gt;alert(1)&lt;/script&gt;\"");

        Document picture = Jsoup.parse(svg(xml.getBytes(StandardCharsets.UTF_8), Map.of()), "", Parser.xmlParser());

        assertThat(picture.select("script")).isEmpty();
        assertThat(picture.select("svg").attr("viewBox")).doesNotContain("E", "NaN");
    }
}
