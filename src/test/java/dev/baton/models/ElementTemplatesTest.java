package dev.baton.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.baton.testkit.BatonTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The element templates that Camunda Modeler finds beside the example workflows. */
@BatonTest
@ContextConfiguration(classes = OnlyModels.class)
class ElementTemplatesTest {

    private static final Path FOLDER = Path.of("bpmn/.camunda/element-templates");

    /** What a process owner writes where a template leaves it open. */
    private static final Map<String, String> WRITTEN = Map.of(
            "What is wanted", "Look at it.",
            "Team", "copy",
            "Who makes the changes", "copy",
            "Template", "delivered",
            "Table", "triage",
            "Owner", "nadia@example.com",
            "Question", "How quick is it?",
            "Prefix", "TINY");

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    ModelCheck check;

    static Stream<Path> templates() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void followsThePublishedSchema(Path template) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Files.readString(Path.of("src/test/resources/element-templates/schema.json")));

        assertThat(schema.validate(Files.readString(template), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void makesAStepThatCanBeDeployed(Path template) throws IOException {
        JsonNode read = JSON.readTree(Files.readString(template));
        byte[] model = (isForTheWorkflow(read) ? workflow(read) : Drawing.good().withStep(step(read))).bytes();

        CheckReport report = check.check("small.bpmn", model);

        assertThat(report.findings().stream().filter(finding -> finding.severity() == Severity.ERROR))
                .isEmpty();
        assertThat(report.deployable()).isTrue();
    }

    @Test
    void thereIsOneForEachUsualStepAndForTheWorkflow() throws IOException {
        assertThat(templates()
                        .map(file -> JSON.readTree(file.toFile()).get("name").asString()))
                .containsExactlyInAnyOrder(
                        "Baton: Approval by mail",
                        "Baton: Work task",
                        "Baton: Clarification",
                        "Baton: Several approvers",
                        "Baton: Send a mail",
                        "Baton: Wait for an answer",
                        "Baton: Wait for working time",
                        "Baton: Decision",
                        "Baton: Workflow");
    }

    private static boolean isForTheWorkflow(JsonNode template) {
        return template.get("appliesTo").get(0).asString().equals("bpmn:Process");
    }

    /** The workflow says what the template asks for, and nothing else. */
    private static Drawing workflow(JsonNode template) {
        List<JsonNode> properties = properties(template);
        String said = all(properties, "camunda:property", ElementTemplatesTest::property);
        String attributes = all(properties, "property", (name, value) -> " " + name + "=\"" + value + "\"");
        return Drawing.good()
                .with("<camunda:property name=\"owner\" value=\"nadia@example.com\" />", said)
                .with("<camunda:property name=\"question\" value=\"How long does it take?\" />", "")
                .with("<camunda:property name=\"prefix\" value=\"SMALL\" />", "")
                .with("<camunda:property name=\"promise\" value=\"P5D\" />", "")
                .with(
                        " camunda:historyTimeToLive=\"P30D\"",
                        attributes + " camunda:modelerTemplate=\""
                                + template.get("id").asString() + "\"");
    }

    private static String property(String name, String value) {
        return "<camunda:property name=\"" + name + "\" value=\"" + value + "\" />";
    }

    private static List<JsonNode> properties(JsonNode template) {
        return StreamSupport.stream(template.get("properties").spliterator(), false)
                .toList();
    }

    /** The element as Modeler writes it when the template is applied to an empty one. */
    private static String step(JsonNode template) {
        String element = template.get("appliesTo").get(0).asString().substring("bpmn:".length());
        String tag = "bpmn:" + Character.toLowerCase(element.charAt(0)) + element.substring(1);
        List<JsonNode> properties = properties(template);
        return "<" + tag + " id=\"step\" name=\"Step\" camunda:modelerTemplate=\""
                + template.get("id").asString() + "\" camunda:modelerTemplateVersion=\""
                + template.get("version").asInt() + "\""
                + all(properties, "property", (name, value) -> " " + name + "=\"" + value + "\"")
                + "><bpmn:extensionElements><camunda:properties>"
                + all(properties, "camunda:property", ElementTemplatesTest::property)
                + "</camunda:properties><camunda:inputOutput>"
                + all(
                        properties,
                        "camunda:inputParameter",
                        (name, value) ->
                                "<camunda:inputParameter name=\"" + name + "\">" + value + "</camunda:inputParameter>")
                + "</camunda:inputOutput>"
                + all(
                        properties,
                        "camunda:in",
                        (name, value) -> "<camunda:in source=\"" + value + "\" target=\"" + name + "\" />")
                + all(
                        properties,
                        "camunda:out",
                        (name, value) -> "<camunda:out source=\"" + name + "\" target=\"" + value + "\" />")
                + "</bpmn:extensionElements></" + tag + ">";
    }

    private interface Written {
        String of(String name, String value);
    }

    private static String all(List<JsonNode> properties, String binding, Written written) {
        return properties.stream()
                .filter(property ->
                        property.get("binding").get("type").asString().equals(binding))
                .filter(property ->
                        binding.equals("camunda:property") || !value(property).isEmpty())
                .map(property -> written.of(name(property.get("binding")), value(property)))
                .collect(Collectors.joining());
    }

    private static String name(JsonNode binding) {
        return Stream.of("name", "target", "source")
                .filter(binding::has)
                .map(field -> binding.get(field).asString())
                .findFirst()
                .orElseThrow();
    }

    private static String value(JsonNode property) {
        String given = property.get("value").asString();
        return given.isEmpty() && property.has("label")
                ? WRITTEN.getOrDefault(property.get("label").asString(), "")
                : given;
    }
}
