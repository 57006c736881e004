package dev.baton.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateTrialsTest {

    @TempDir
    Path folder;

    private TemplateTrials trials;

    @BeforeEach
    void inTheFolder() {
        trials = Templates.trialsIn(folder);
    }

    static Stream<String> standardMails() {
        return Templates.trialsIn(Path.of("mail-templates")).names().stream();
    }

    @ParameterizedTest
    @MethodSource("standardMails")
    void nothingIsWrongWithAStandardMail(String name) {
        TemplateReport report = Templates.trialsIn(Path.of("mail-templates"))
                .inFolder(name, null, Set.of())
                .orElseThrow();

        assertThat(report.standard()).isTrue();
        assertThat(report.usable()).isTrue();
        assertThat(report.mail()).isNotNull();
        assertThat(report.warnings()).isEmpty();
    }

    @Test
    void aMailHasAsManyFacesAsThereAreSamplesOfIt() {
        assertThat(trials.inFolder("away", null, Set.of()).orElseThrow().faces())
                .startsWith("away", "away.unknown");
        assertThat(trials.inFolder("away", "away.unknown", Set.of())
                        .orElseThrow()
                        .mail()
                        .text())
                .doesNotContain("Ben");
    }

    @Test
    void aPartOfMailsIsNoMail() {
        assertThat(trials.names()).doesNotContain("layout", "parts").contains("task");
        assertThat(trials.inFolder("layout", null, Set.of())).isEmpty();
        assertThat(trials.inFolder("no-such", null, Set.of())).isEmpty();
    }

    @Test
    void aNameThatNobodyFillsIsFound() {
        assertThat(warnings("<p th:text=\"${audence}\"></p><p th:text=\"${audience}\"></p>", "audience"))
                .singleElement()
                .asString()
                .contains("“audence”");
    }

    @Test
    void aNameWithinARowIsFoundToo() {
        assertThat(warnings("<p>Hello</p><p th:each=\"row : ${brief}\" th:text=\"${row.labl}\"></p>"))
                .singleElement()
                .asString()
                .contains("“labl”");
    }

    @Test
    void aStandardMailMayOnlyNameItsFields() throws IOException {
        write("sign-in", page("<p th:text=\"${link}\"></p>"));

        TemplateReport report = trials.inFolder("sign-in", null, Set.of()).orElseThrow();

        assertThat(report.usable()).isFalse();
        assertThat(report.errors()).singleElement().asString().contains("“link”");
    }

    @Test
    void whatIsAskedOfNothingIsSaidInPlainWords() {
        TemplateReport report = trials.asIf("own", page("<p th:if=\"${papers.empty}\">None</p>"), Set.of());

        assertThat(report.errors()).singleElement().asString().contains("“.empty” is asked of something");
        assertThat(trials.asIf("own", page("<p th:if=\"${papers == null or papers.empty}\">None</p>"), Set.of())
                        .usable())
                .isTrue();
    }

    @Test
    void aStandardMailLacksWhatAWorkflowDoesNotGiveIt() {
        assertThat(trials.asSent("delivered", false, Set.of()).orElseThrow().usable())
                .isFalse();
        assertThat(trials.asSent("task", true, Set.of()).orElseThrow().usable()).isTrue();
        assertThat(trials.asSent("task", false, Set.of()).orElseThrow().usable())
                .isFalse();
        assertThat(trials.asSent("nowhere", false, Set.of())).isEmpty();
    }

    @Test
    void onlyWhatIsNotStandardCountsAsChanged() throws IOException {
        write("own", page("<p th:text=\"${audience}\"></p>"));
        write("closed", page("<p th:text=\"${nobody}\"></p>"));

        assertThat(trials.changed("delivered")).isEmpty();
        assertThat(trials.changed("own").orElseThrow().errors()).isEmpty();
        assertThat(trials.changed("own").orElseThrow().warnings()).isEmpty();
        assertThat(trials.changed("closed").orElseThrow().usable()).isFalse();
    }

    @Test
    void aMailWithoutSubjectCannotBeUsed() {
        assertThat(trials.asIf("own", "<p>Hello</p>", Set.of()).usable()).isFalse();
        assertThat(trials.asIf("own", "<title></title><p>Hello</p>", Set.of()).usable())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "approve, relative",
        "/t/abc, relative",
        "http://localhost:8080/t, here",
        "http://127.0.0.1/a, here",
        "http://intranet/a, here",
        "#, nowhere",
        "'', nowhere",
        "javascript:go(), action",
        "approve:now, action",
        "https://work.example.org/t/abc.def, personal",
        "https://a b/, unreadable"
    })
    void aLinkThatLeadsNowhereIsFound(String link, String flaw) {
        assertThat(warnings("<p>Hello</p><a href=\"" + link + "\">Go</a>"))
                .singleElement()
                .asString()
                .contains(Templates.sentence("outbox.template.link." + flaw, "Go", link));
    }

    @ParameterizedTest
    @CsvSource({"https://example.com/a?b=c", "mailto:tom@example.com", "tel:+49301234", "https://work.example.org/new"})
    void aLinkThatLeadsSomewhereIsFine(String link) {
        assertThat(warnings("<a href=\"" + link + "\">Go</a>")).isEmpty();
    }

    @Test
    void aMailThatIsCutOffIsFound() {
        assertThat(warnings("<p>" + "Much to read. ".repeat(8_000) + "</p>"))
                .singleElement()
                .asString()
                .contains("112 kB");
    }

    @Test
    void aPictureWithoutWordsIsFoundAndSoIsAMailOfPicturesAlone() {
        assertThat(warnings("<img src=\"https://example.com/a.png\">")).hasSize(2);
        assertThat(warnings("<p>Hello</p><img src=\"https://example.com/a.png\" alt=\"\">"))
                .isEmpty();
    }

    @Test
    void wordsThatAreHardToReadAreFoundInBothLooks() {
        assertThat(warnings("<p style=\"color: #bbb\">Pale</p>"))
                .singleElement()
                .asString()
                .contains("light ground", "1.9");
        assertThat(warnings("<p style=\"color: #222222\">Dark</p>"))
                .singleElement()
                .asString()
                .contains("dark mail program");
        assertThat(warnings("<p style=\"color: red; background: white\">Both</p>"))
                .hasSize(2);
        assertThat(warnings("<p style=\"color: #222; background: white\">Fine</p>"))
                .isEmpty();
    }

    @Test
    void whatIsSetForDarkProgramsCounts() {
        assertThat(warnings("<style>@media (prefers-color-scheme: dark) { p { color: #eee !important } }</style>"
                        + "<p style=\"color: #222222\">Fine</p>"))
                .isEmpty();
        assertThat(warnings("<style>@media (prefers-color-scheme: dark) { p { color: #eee } }</style>"
                        + "<p style=\"color: #222222\">Not important enough</p>"))
                .hasSize(1);
    }

    @Test
    void aSavedFileCountsAtOnce() throws IOException {
        write("own", page("<p>Old words</p>"));
        assertThat(trials.inFolder("own", null, Set.of()).orElseThrow().mail().text())
                .contains("Old words");

        write("own", page("<p>New words</p>"));
        Files.setLastModifiedTime(folder.resolve("own.html"), FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));

        assertThat(trials.inFolder("own", null, Set.of()).orElseThrow().mail().text())
                .contains("New words");
    }

    @Test
    void aTemplateMayTakeInPartsOfItsOwn() {
        String own = page("<p th:fragment=\"line(words)\" th:text=\"${words}\">x</p>"
                + "<div th:insert=\"~{this :: line('Said twice')}\"></div>");

        assertThat(trials.asIf("own", own, Set.of()).errors()).isEmpty();
    }

    @Test
    void aTemplateThatTakesItselfInIsFound() {
        String endless = page("<div th:fragment=\"a\"><p th:insert=\"~{this :: a}\"></p></div>");

        TemplateReport report = trials.asIf("own", endless, Set.of());

        assertThat(report.errors()).singleElement().asString().contains("never end");
    }

    @Test
    void aTemplateThatDoublesItselfIsFound() {
        StringBuilder parts = new StringBuilder("<p th:fragment=\"p0\">Much to read.</p>");
        for (int i = 1; i < 40; i++) {
            parts.append(
                    "<div th:fragment=\"p%d\"><i th:insert=\"~{this :: p%d}\"></i><i th:insert=\"~{this :: p%d}\"></i></div>"
                            .formatted(i, i - 1, i - 1));
        }

        TemplateReport report = trials.asIf("own", page(parts.toString()), Set.of());

        assertThat(report.errors()).singleElement().asString().contains("never end");
    }

    @Test
    void whatIsOnlyTriedIsNotKept() {
        trials.asIf("own", page("<p>Hello</p>"), Set.of());

        assertThat(trials.names()).doesNotContain("own");
        assertThat(trials.inFolder("own", null, Set.of())).isEmpty();
    }

    private List<String> warnings(String body, String... given) {
        TemplateReport report = trials.asIf("own", page(body), Set.of(given));
        assertThat(report.errors()).isEmpty();
        return report.warnings().stream().map(TemplateFinding::toString).toList();
    }

    private static String page(String body) {
        return "<html><head><title>About it</title></head><body>" + body + "</body></html>";
    }

    private void write(String name, String html) throws IOException {
        Files.writeString(folder.resolve(name + ".html"), html);
    }

    @Test
    void aTemplateThatWasMadeToBeSlowIsReadOnceAndRefusedInWords() {
        assertThat(mail("[[".repeat(200_000)).usable()).isTrue();
        assertThat(mail("<p th:text=\"${" + "a+".repeat(50_000) + "a}\">x</p>").errors())
                .extracting(TemplateFinding::message)
                .isNotEmpty()
                .allMatch(said -> said.contains("2,000"));
        assertThat(mail("<th:block th:each=\"i : ${outcomes}\">".repeat(12) + "</th:block>".repeat(12))
                        .errors())
                .extracting(TemplateFinding::message)
                .allMatch(said -> said.contains("never end"))
                .hasSize(1);
    }

    private TemplateReport mail(String content) {
        return trials.asIf("task", "<html><head><title>x</title></head><body>" + content + "</body></html>", Set.of());
    }
}
