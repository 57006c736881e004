package dev.baton.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTemplatesTest {

    private static final Envelope ENVELOPE =
            new Envelope(null, "nadia@example.com", "requests@example.com", "https://baton.example.com/q/5d", null);

    @TempDir
    Path folder;

    record Flyer(String title, List<String> colours, Map<String, String> brief) {}

    private static final Flyer FLYER =
            new Flyer("Flyer <3", List.of("red", "blue"), Map.of("Launch date", "Monday", "audience", "all"));

    private void write(String name, String body) throws IOException {
        Files.writeString(
                folder.resolve(name + ".html"),
                "<html xmlns:th=\"http://www.thymeleaf.org\">\n<head><title>Hello</title></head>\n<body>\n" + body
                        + "\n</body></html>");
    }

    private RenderedMail render(Object model) {
        return Templates.in(folder).render("own", model, ENVELOPE);
    }

    private TemplateFinding brokenBy(Object model) {
        return catchThrowableOfType(BrokenTemplateException.class, () -> render(model))
                .finding();
    }

    @Test
    void aTemplateNamesFieldsComparesAndJoinsThem() throws IOException {
        write("own", """
                <p th:text="${title + '!'}"></p>
                <p th:text="${brief['Launch date']}"></p><p th:text="${brief.audience}"></p>
                <p th:if="${colours.size > 1 and !colours.empty}">many</p>
                <ul><li th:each="colour, turn : ${colours}" th:text="|${turn.count} ${colour}|"></li></ul>
                <p>[[${title}]]</p>
                """);

        assertThat(render(FLYER).text()).isEqualTo("""
                Flyer <3!

                Monday

                all

                many

                - 1 red
                - 2 blue

                Flyer <3
                """);
        assertThat(render(FLYER).html()).contains("Flyer &lt;3!");
    }

    @Test
    void aFileThatCannotBeReadIsBrokenAndStopsNobody() throws IOException {
        Files.createDirectory(folder.resolve("own.html"));

        assertThat(brokenBy(FLYER).file()).isEqualTo("own.html");
        assertThat(Templates.in(folder).check())
                .extracting(TemplateFinding::file)
                .containsExactly("own.html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p th:text=\"${T(java.lang.Runtime).getRuntime().exec('id')}\"></p>",
                "<p th:text=\"${new java.io.File('/etc')}\"></p>",
                "<p th:text=\"${@outbox}\"></p>",
                "<p th:text=\"${title.getClass()}\"></p>",
                "<p th:text=\"${title.class.name}\"></p>",
                "<p th:text=\"${#ctx}\"></p>",
                "<p th:text=\"${title = 'x'}\"></p>",
                "<p th:text=\"${title matches '(a+)+'}\"></p>",
                "<p th:text=\"${colours.![toString()]}\"></p>",
                "<p th:text=\"${{1, 2}}\"></p>",
                "<p th:text=\"__${title}__\"></p>",
                "<p>[[${title.length()}]]</p>",
                "<p th:utext=\"${title}\"></p>",
                "<p>[(${title})]</p>",
                "<p data-th-utext=\"${title}\"></p>",
                "<p th:replace=\"~{../../pom}\"></p>",
                "<p th:replace=\"~{no-such :: part}\"></p>",
                "<p th:text=\"${title\"></p>",
                "<p th:text=\"${title + 'x}\"></p>",
                "<script>alert(1)</script>",
                "<p onclick=\"x()\">x</p>",
                "<form action=\"https://elsewhere\"></form>",
                "<iframe src=\"https://elsewhere\"></iframe>"
            })
    void whatCouldDoHarmIsRefusedAndNamedWithItsLine(String harm) throws IOException {
        write("own", "<p>one</p>\n" + harm);

        TemplateFinding finding = brokenBy(FLYER);

        assertThat(finding.file()).isEqualTo("own.html");
        assertThat(finding.line()).isEqualTo(5);
        assertThat(finding.message()).isNotBlank();
    }

    @Test
    void aFieldThatARecordDoesNotHaveIsNamedWithItsLine() throws IOException {
        write("own", "<p>one</p>\n<p th:text=\"${tilte}\"></p>");

        assertThat(brokenBy(FLYER))
                .hasToString("own.html, line 5: There is no field “tilte” here. "
                        + "The fields of each mail are listed in mail-templates/README.md.");
    }

    @Test
    void aNameThatAMapDoesNotHaveIsNothing() throws IOException {
        write("own", "<p th:text=\"${unknown}\"></p><p th:if=\"${unknown == null}\">none</p>");

        assertThat(render(Map.of()).text()).isEqualTo("none\n");
    }

    @Test
    void aChangedFileCountsFromTheNextMail() throws IOException {
        write("own", "<p>old</p>");
        MailTemplates templates = Templates.in(folder);
        assertThat(templates.render("own", FLYER, ENVELOPE).text()).isEqualTo("old\n");

        write("own", "<p>new</p>");
        Files.setLastModifiedTime(folder.resolve("own.html"), FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));

        assertThat(templates.render("own", FLYER, ENVELOPE).text()).isEqualTo("new\n");
    }

    @Test
    void aFileInTheFolderTakesThePlaceOfAStandardMail() throws IOException {
        MailTemplates templates = Templates.in(folder);
        assertThat(templates.names()).contains("task", "acknowledgement");
        assertThat(templates
                        .render("sign-in", Map.of("url", "https://x", "validFor", "a day"), ENVELOPE)
                        .subject())
                .isEqualTo("Your sign-in link");

        write("sign-in", "<p>ours</p>");

        assertThat(templates.render("sign-in", Map.of(), ENVELOPE).text()).isEqualTo("ours\n");
    }

    @Test
    void oneBrokenTemplateLeavesTheOthersAlone() throws IOException {
        write("own", "<p th:text=\"${a.b()}\"></p>");
        Files.writeString(folder.resolve("empty.html"), "<p>no subject</p>");
        MailTemplates templates = Templates.in(folder);

        assertThat(templates.check())
                .extracting(TemplateFinding::file)
                .containsExactlyInAnyOrder("own.html", "empty.html");
        assertThat(templates
                        .render("sign-in", Map.of("url", "https://x", "validFor", "a day"), ENVELOPE)
                        .subject())
                .isEqualTo("Your sign-in link");
    }

    @Test
    void aNameCannotLeaveTheFolder() {
        assertThat(catchThrowableOfType(
                                BrokenTemplateException.class,
                                () -> Templates.in(folder).render("../pom", Map.of(), ENVELOPE))
                        .finding()
                        .message())
                .startsWith("There is no such mail template");
    }
}
