package dev.baton.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code java -jar baton.jar check …}, but for the JVM around it. */
class CheckCommandTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void theExamplesPassWithTheirPeopleAndMails() throws IOException {
        assertThat(check("bpmn", "--people", "people.yaml", "--mail-templates=mail-templates"))
                .isZero();
        assertThat(said())
                .contains("Files: " + examples().size() + ". Errors: 0, warnings: 0")
                .doesNotContain("were not checked");
    }

    @Test
    void everyFileOfTheFolderIsCheckedInItsOrder() throws IOException {
        assertThat(check("bpmn", "--json")).isZero();

        assertThat(answer().get("files").values().stream()
                        .map(file -> file.get("file").asString()))
                .containsExactlyElementsOf(
                        examples().stream().map(Path::toString).toList());
    }

    private static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
            return files.filter(file -> file.toString().matches(".*[.](bpmn|dmn)"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aMistakeIsSaidWithFileAndLineAndAWayOutAndEndsWithOne() {
        Path file = put("small.bpmn", Drawing.good().with(" camunda:dueDate=\"P2D\"", ""));

        assertThat(check(folder.toString())).isEqualTo(1);
        assertThat(said())
                .contains(file + ":22: error: Look at it: The task has no due date")
                .contains("    Fill in \"Due\" (property camunda:dueDate), for example P2D")
                .contains("Errors: 1");
    }

    @Test
    void warningsAloneEndWithZero() {
        put("small.bpmn", Drawing.good().with(" name=\"Small\"", ""));

        assertThat(check(folder.toString())).isZero();
        assertThat(said()).contains("Errors: 0, warnings: 1");
    }

    @Test
    void filesOfOneFolderMayCallEachOtherAndNoTwoBringTheSame() {
        put("small.bpmn", Drawing.good().withStep("<bpmn:callActivity id=\"step\" calledElement=\"other\" />"));
        put("other.bpmn", Drawing.good().with("\"small\"", "\"other\"").with("\"SMALL\"", "\"OTHER\""));
        assertThat(check(folder.toString())).isZero();

        put("third.bpmn", Drawing.good().with("\"small\"", "\"other\"").with("\"SMALL\"", "\"THIRD\""));
        assertThat(check(folder.toString())).isEqualTo(1);
        assertThat(said()).contains("'other' is also in the file other.bpmn");
    }

    @Test
    void aProgramReadsTheSame() {
        put("small.bpmn", Drawing.good().with(" camunda:dueDate=\"P2D\"", ""));

        assertThat(check(folder.toString(), "--json")).isEqualTo(1);
        JsonNode answer = answer();
        assertThat(answer.get("deployable").asBoolean()).isFalse();
        assertThat(answer.get("notChecked").size()).isEqualTo(2);
        JsonNode finding = answer.get("files").get(0).get("findings").get(0);
        assertThat(finding.get("rule").asString()).isEqualTo("people");
        assertThat(finding.get("severity").asString()).isEqualTo("error");
        assertThat(finding.get("element").asString()).isEqualTo("look");
        assertThat(finding.get("line").asInt()).isEqualTo(22);
        assertThat(finding.get("fix").asString()).isNotBlank();
    }

    @Test
    void peopleAndThresholdsAreHeeded() throws IOException {
        put("small.bpmn", Drawing.good());
        Path people = Files.writeString(folder.resolve("people.yaml"), "people: [{address: tom@example.com}]\n");

        assertThat(check(folder.toString(), "--people", people.toString(), "--steps-in-a-row", "0"))
                .isZero();
        assertThat(said())
                .contains("nadia@example.com is neither", "1 steps that wait")
                .doesNotContain("--people");
    }

    @Test
    void whatIsNoModelIsSaidSoAndEndsWithOne() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.bpmn"), "Draw something\n");

        assertThat(check(file.toString())).isEqualTo(1);
        assertThat(said()).contains("notes.bpmn:1: error: This is no diagram");
    }

    @Test
    void aHugeFileAndAnArchiveAreNamedWithoutALine() throws IOException {
        try (RandomAccessFile huge =
                new RandomAccessFile(folder.resolve("huge.bpmn").toFile(), "rw")) {
            huge.setLength(50_000_000);
        }
        Files.write(folder.resolve("packed.bpmn"), new byte[] {'P', 'K', 3, 4});

        assertThat(check(folder.toString())).isEqualTo(1);
        assertThat(said())
                .contains("huge.bpmn: error: This file is larger than 2 MB")
                .contains("packed.bpmn: error: This is a packed file (a ZIP archive");
    }

    @Test
    void aMailThatCannotBeWrittenIsSaidAtItsStepAndAtItsFile() throws IOException {
        Path mails = Files.createDirectories(folder.resolve("mails"));
        Files.writeString(mails.resolve("mine.html"), "<p th:text=\"${title}\">x</p>");
        Files.writeString(mails.resolve("yours.html"), "<title>Hello</title><p th:text=\"${tilte}\">x</p>");
        put(
                "small.bpmn",
                Drawing.good()
                        .withStep(MistakesForPeople.mail("step", "mine", "tom@example.com"))
                        .with("name=\"help\"", "name=\"mail\" value=\"yours\" /><camunda:property name=\"help\""));

        assertThat(check(folder.toString(), "--mail-templates", mails.toString()))
                .isZero();
        assertThat(said())
                .contains(
                        "warning: Tell: The mail template \"mine\" cannot be used: mine.html: The mail has no subject.")
                .contains("warning: Look at it: The mail \"yours\" names \"tilte\"")
                .contains(mails.resolve("mine.html") + ": warning: The mail has no subject.")
                .doesNotContain(mails.resolve("yours.html").toString());
    }

    @Test
    void badFilesGetAVerdictInPlainWordsEach() {
        BadFiles.in(folder);

        assertThat(check(folder.toString(), "--json")).isEqualTo(1);
        assertThat(answer().get("files").values())
                .hasSize(BadFiles.all().size() + 1)
                .allSatisfy(file -> {
                    assertThat(file.get("deployable").asBoolean())
                            .as(file.get("file").asString())
                            .isFalse();
                    file.get("findings").forEach(finding -> {
                        BadFiles.plain(finding.get("message").asString());
                        BadFiles.plain(finding.get("fix").asString());
                    });
                });
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void whatIsWrongWithThePeopleFileComesFirst() throws IOException {
        put("small.bpmn", Drawing.good());
        Path people = Files.writeString(folder.resolve("people.yaml"), "people: [{address: tom}, {address: eve}]\n");

        assertThat(check(folder.toString(), "--people", people.toString())).isZero();
        assertThat(said().lines().findFirst().orElseThrow())
                .startsWith(people + ":")
                .contains("warning", "left out");
        assertThat(said()).contains("Files: 2.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nowhere",
                "bpmn --colour",
                "bpmn -json",
                " ",
                "bpmn --people",
                "bpmn --people nobody.yaml",
                "bpmn --mail-templates nowhere",
                "bpmn --required-fields many",
                "docs/pictures"
            })
    void whatIsNotUnderstoodIsSaidAndEndsWithTwo(String arguments) {
        assertThat(check(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1)))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("Usage: java -jar baton.jar check")
                .doesNotContain("Exception");
        assertThat(said()).isEmpty();
    }

    @Test
    void helpIsNoMistake() {
        assertThat(check("--help")).isZero();
        assertThat(said()).contains("--mail-templates <dir>");
        assertThat(check("-h")).isZero();
        assertThat(said()).contains("--mail-templates <dir>");
    }

    private int check(String... arguments) {
        out.reset();
        return CheckCommand.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private JsonNode answer() {
        return JsonMapper.builder().build().readTree(out.toString(StandardCharsets.UTF_8));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private Path put(String name, Drawing drawing) {
        try {
            return Files.write(folder.resolve(name), drawing.bytes());
        } catch (IOException full) {
            throw new java.io.UncheckedIOException(full);
        }
    }
}
