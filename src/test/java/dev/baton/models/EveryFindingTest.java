package dev.baton.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.outbox.TemplateTrials;
import dev.baton.people.People;
import dev.baton.shared.BatonProperties;
import dev.baton.shared.EmailAddress;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.MessageSource;
import tools.jackson.databind.json.JsonMapper;

/** Each finding that the check can make, made by a file with just this mistake; and each is in docs/model-rules.md. */
class EveryFindingTest {

    private static final MessageSource MESSAGES = CheckCommand.messages();

    private static final BatonProperties BATON =
            new BatonProperties(URI.create("https://work.example.org"), EmailAddress.of("requests@example.org"), null);

    /** Rules about a deployment and not about a model, which have tests of their own. */
    private static final Set<String> ELSEWHERE = Set.of("engine", "together", "permission", "meanwhile", "folder");

    private static final Pattern FIELD = Pattern.compile("\"[^\"]+\" \\(property [\\w:]+\\)");

    private static ModelCheck check;

    @BeforeAll
    static void surroundings(@TempDir Path templates) throws IOException, UnreadableModel {
        Files.writeString(templates.resolve("odd.html"), "<title>Odd</title><p th:utext=\"${x}\">x</p>");
        Files.writeString(templates.resolve("plain.html"), "<title>Plain</title><p th:text=\"${audience}\">x</p>");
        Files.writeString(templates.resolve("nameless.html"), "<title th:text=\"${audience}\">x</title><p>x</p>");
        People people = People.read(Path.of("people.yaml"), MESSAGES);
        Surroundings alone = new NothingDeployed(new Colleagues(people, TemplateTrials.in(templates, MESSAGES, BATON)));
        Clock clock = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);
        check = new ModelCheck(new FilesTogether(alone, others()), new CheckProperties(7, 7), MESSAGES, clock);
    }

    private static List<Model> others() throws IOException, UnreadableModel {
        List<Model> others = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                others.add(Model.read(file.getFileName().toString(), Files.readAllBytes(file)));
            }
        }
        others.add(Model.read("escalating.bpmn", MistakesInTheFlow.escalating().bytes()));
        return others;
    }

    static Stream<Mistake> mistakes() {
        return Stream.of(
                        MistakesOfFiles.all(),
                        MistakesInTheFlow.all(),
                        MistakesForPeople.all(),
                        MistakesOverTheLimits.all())
                .flatMap(mistakes -> mistakes);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void everyMistakeIsSaidInItsOwnWordsWithAWayOut(Mistake mistake) throws IOException {
        CheckReport report = check.check(mistake.file(), mistake.bytes());

        assertThat(report.findings()).as(mistake.key()).anySatisfy(finding -> {
            assertThat(finding.message()).matches(sentence(mistake.key()));
            assertThat(finding.rule())
                    .isEqualTo(mistake.key().substring(0, mistake.key().indexOf('.')));
            assertThat(finding.message() + finding.fix()).doesNotContain("{0}", "'{'", "''");
            assertThat(finding.fix()).isNotBlank();
            assertThat(docs())
                    .contains(
                            "| `" + mistake.key() + "` | " + finding.severity().word() + " |");
        });
    }

    @Test
    void noFindingIsWithoutATest() throws IOException {
        Set<String> tested = mistakes().map(Mistake::key).collect(Collectors.toCollection(TreeSet::new));

        assertThat(keys().stream().filter(key -> !ELSEWHERE.contains(key.substring(0, key.indexOf('.')))))
                .containsExactlyInAnyOrderElementsOf(tested);
    }

    @Test
    void everyFindingIsExplainedInTheDocs() throws IOException {
        String docs = docs();

        assertThat(keys()).allSatisfy(key -> assertThat(docs).contains("| `" + key + "` |"));
    }

    @Test
    void whatIsToBeFilledInIsCalledAsInTheTemplatesOfModeler() throws IOException {
        Set<String> fields = fieldsOfTemplates();
        Set<String> named = new TreeSet<>();
        Properties messages = messages();
        messages.stringPropertyNames()
                .forEach(key ->
                        FIELD.matcher(messages.getProperty(key)).results().forEach(field -> named.add(field.group())));

        assertThat(named).isNotEmpty().isSubsetOf(fields);
        assertThat(messages.values()).noneMatch(words -> words.toString().contains("extension property"));
    }

    /** Each as a finding names it, such as {@code "Owner" (property owner)}. */
    private static Set<String> fieldsOfTemplates() throws IOException {
        try (Stream<Path> templates = Files.list(Path.of("bpmn/.camunda/element-templates"))) {
            return templates
                    .map(file -> JsonMapper.shared().readTree(file.toFile()).get("properties"))
                    .flatMap(properties -> properties.values().stream())
                    .filter(property -> property.has("label"))
                    .map(property -> "\"%s\" (property %s)"
                            .formatted(
                                    property.get("label").asString(),
                                    property.get("binding").get("name").asString()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String docs() throws IOException {
        return Files.readString(Path.of("docs/model-rules.md"));
    }

    @Test
    void aGoodDrawingPassesWithoutAWord() {
        assertThat(check.check("small.bpmn", Drawing.good().bytes()).findings()).isEmpty();
    }

    @Test
    void findingsAreInTheOrderOfTheDiagram() {
        Drawing wrong = Drawing.good()
                .withStep("<bpmn:userTask id=\"step\" />")
                .with(" camunda:dueDate=\"P2D\"", "")
                .with(" label=\"What?\"", "")
                .asking("${outcome == 'never'}")
                .with("isExecutable=\"true\" ", "");

        assertThat(check.check("small.bpmn", wrong.bytes()).findings().stream()
                        .map(Finding::element)
                        .distinct())
                .containsExactly("small", "start", "look", "back", "step");
    }

    @Test
    void aLineWithoutANameIsCalledByWhatItJoins() {
        List<Finding> findings = check.check(
                        "small.bpmn",
                        Drawing.good().asking("${outcome == 'never'}").bytes())
                .findings();
        assertThat(findings).extracting(Finding::name).contains("Good? → Look at it");
    }

    private static Set<String> keys() throws IOException {
        return messages().stringPropertyNames().stream()
                .filter(key -> key.startsWith("models.") && key.endsWith(".fix") && !key.startsWith("models.command."))
                .map(key -> key.substring("models.".length(), key.length() - ".fix".length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties messages() throws IOException {
        Properties messages = new Properties();
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(EveryFindingTest.class.getResourceAsStream("/messages/models.properties")),
                StandardCharsets.UTF_8)) {
            messages.load(file);
        }
        return messages;
    }

    /** The sentence with anything where the message has a place for what it is about. */
    private static String sentence(String key) throws IOException {
        String text = messages().getProperty("models." + key);
        assertThat(text).as(key).isNotNull();
        if (text.matches("(?s).*\\{\\d}.*")) {
            text = text.replace("'{'", "{").replace("'}'", "}").replace("''", "'");
        }
        return "(?s)" + Stream.of(text.split("\\{\\d}", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    }
}
