package dev.baton.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.testkit.BatonTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

@BatonTest
@ContextConfiguration(classes = OnlyModels.class)
class ModelCheckTest {

    private static final String TASK = "camunda:assignee=\"${request.owner}\"";
    private static final String CONDITION = "${outcome == 'no'}";

    @Autowired
    ModelCheck check;

    @Test
    void aGoodDrawingPassesWithoutAWord() {
        assertThat(findings(Drawing.good())).isEmpty();
    }

    static Stream<Arguments> mistakes() {
        Drawing good = Drawing.good();
        return Stream.of(
                mistake("process", "look", good.with("isExecutable=\"true\" ", ""), "small"),
                mistake("process", "", good.with("id=\"small\"", "id=\"small.one\""), "small.one"),
                mistake(
                        "process",
                        "",
                        good.with("</bpmn:process>", "</bpmn:process><bpmn:process id=\"second\" />"),
                        "small"),
                mistake("schema", "", good.with("targetRef=\"look\"", "target=\"look\""), "toLook"),
                mistake("ids", "line", good.with("id=\"end\"", "id=\"start\""), "start"),
                mistake("history", "", good.with(" camunda:historyTimeToLive=\"P30D\"", ""), "small"),
                mistake("owner", "owns", good.with("name=\"owner\"", "name=\"boss\""), "small"),
                mistake("owner", "reference", good.with("name=\"prefix\"", "name=\"praefix\""), "small"),
                mistake("owner", "SmALL", good.with("value=\"SMALL\"", "value=\"SmALL\""), "small"),
                mistake("owner", "soon", good.with("value=\"P5D\"", "value=\"soon\""), "small"),
                mistake("people", "Nobody", good.with(TASK, ""), "look"),
                mistake("people", "due", good.with(" camunda:dueDate=\"P2D\"", ""), "look"),
                mistake("people", "Friday", good.with("camunda:dueDate=\"P2D\"", "camunda:dueDate=\"Friday\""), "look"),
                mistake("outcomes", "Maybe", good.with("yes=Yes,", "Maybe,"), "look"),
                mistake("outcomes", "", good.with("yes=Yes,", "no=Yes,"), "look"),
                mistake("gateways", "", good.with(" default=\"toEnd\"", ""), "toEnd"),
                mistake("expressions", "outcom", good.with(CONDITION, "${outcom == 'no'}"), "back"),
                mistake("expressions", "read", good.with(CONDITION, "${outcome == }"), "back"),
                mistake("expressions", "why", good.with(CONDITION, "${brief.why == 'no'}"), "back"),
                mistake("several", "", several("<bpmn:multiInstanceLoopCharacteristics />"), "look"),
                mistake(
                        "several",
                        "",
                        several(
                                "<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"${people.members('legal')}\" />"),
                        "look"),
                mistake(
                        "called",
                        "nowhere",
                        good.withStep("<bpmn:callActivity id=\"step\" calledElement=\"nowhere\" />"),
                        "step"),
                mistake("called", "", good.withStep("<bpmn:callActivity id=\"step\" />"), "step"),
                mistake(
                        "called",
                        "guess",
                        good.withStep("<bpmn:businessRuleTask id=\"step\" camunda:decisionRef=\"guess\" />"),
                        "step"),
                mistake("mail", "", good.withStep("<bpmn:serviceTask id=\"step\" />"), "step"),
                mistake(
                        "mail",
                        "template",
                        good.withStep("<bpmn:serviceTask id=\"step\" camunda:delegateExpression=\"${mail}\" />"),
                        "step"),
                mistake("forms", "float", good.with("type=\"string\"", "type=\"float\""), "start"),
                mistake("forms", "", good.with("type=\"string\"", "type=\"enum\""), "start"),
                mistake(
                        "forms",
                        "instead of name=\"help\"",
                        withInField(property("name=\"help\" value=\"One.\"")),
                        "start"),
                mistake("forms", "help", withInField(property("id=\"help\"")), "start"),
                mistake("forms", "choice", withInField("<camunda:value name=\"Red\" />"), "start"),
                mistake("forms", "what is it", good.with("id=\"what\"", "id=\"what is it\""), "start"),
                mistake("forms", "votes", good.with("id=\"what\"", "id=\"votes\""), "start"),
                mistake(
                        "dialect",
                        "Camunda 8",
                        good.with(
                                "id=\"definitions\"",
                                "id=\"d\" xmlns:z=\"http://camunda.org/schema/zeebe/1.0\" z:v=\"1\""),
                        "d"),
                mistake(
                        "dialect",
                        "Activiti",
                        good.with("http://camunda.org/schema/1.0/bpmn", "http://activiti.org/bpmn"),
                        "definitions"));
    }

    private static Drawing withInField(String inside) {
        return Drawing.good().with("type=\"string\" />", "type=\"string\">" + inside + "</camunda:formField>");
    }

    private static String property(String attributes) {
        return "<camunda:properties><camunda:property " + attributes + " /></camunda:properties>";
    }

    @ParameterizedTest(name = "{0}: {1} at {3}")
    @MethodSource("mistakes")
    void everyMistakeIsNamedWithItsPlaceAndAWayOut(String rule, String word, Drawing drawing, String element) {
        CheckReport report = check.check("small.bpmn", drawing.bytes());

        assertThat(report.deployable()).isFalse();
        assertThat(report.findings())
                .filteredOn(finding ->
                        finding.severity() == Severity.ERROR && finding.rule().equals(rule))
                .anySatisfy(finding -> {
                    assertThat(finding.element()).isEqualTo(element);
                    assertThat(finding.line()).isPositive();
                    assertThat(finding.message() + finding.fix()).contains(word).doesNotContain("{0}", "'{'", "''");
                    assertThat(finding.fix()).isNotBlank();
                });
    }

    static Stream<Arguments> attempts() {
        Drawing good = Drawing.good();
        String listener = "<bpmn:extensionElements><camunda:executionListener event=\"start\" class=\"Evil\" />";
        return Stream.of(
                        good.withStep(
                                "<bpmn:scriptTask id=\"step\" scriptFormat=\"groovy\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>"),
                        good.withStep("<bpmn:serviceTask id=\"step\" camunda:class=\"java.lang.Runtime\" />"),
                        good.withStep("<bpmn:serviceTask id=\"step\" camunda:expression=\"${request.ref}\" />"),
                        good.withStep("<bpmn:serviceTask id=\"step\" camunda:type=\"external\" camunda:topic=\"t\" />"),
                        good.withStep("<bpmn:serviceTask id=\"step\" camunda:delegateExpression=\"${evil}\" />"),
                        good.withStep("<bpmn:serviceTask id=\"step\" camunda:delegateExpression=\"${mail}${evil}\" />"),
                        good.withStep("<bpmn:serviceTask id=\"step\"><bpmn:extensionElements><camunda:connector>"
                                + "<camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>"
                                + "</bpmn:extensionElements></bpmn:serviceTask>"),
                        good.withStep("<bpmn:businessRuleTask id=\"step\" camunda:class=\"Evil\" />"),
                        good.withStep(
                                "<bpmn:callActivity id=\"step\" calledElement=\"review\" camunda:variableMappingClass=\"Evil\" />"),
                        good.withStep("<bpmn:callActivity id=\"step\" calledElement=\"review\" "
                                + "camunda:variableMappingDelegateExpression=\"${evil}\" />"),
                        good.with("<bpmn:userTask ", "<bpmn:userTask camunda:formKey=\"embedded:app:evil.html\" "),
                        good.with("<bpmn:userTask ", "<bpmn:userTask camunda:formHandlerClass=\"Evil\" "),
                        good.with("<bpmn:extensionElements>", listener),
                        good.with(
                                "<camunda:formData>",
                                "<camunda:taskListener event=\"create\" expression=\"${1}\" /><camunda:formData>"),
                        good.with(
                                "type=\"string\" />",
                                "type=\"string\"><camunda:validation><camunda:constraint name=\"validator\" config=\"Evil\" />"
                                        + "</camunda:validation></camunda:formField>"),
                        good.with("type=\"string\" />", "type=\"string\" defaultValue=\"${execution.id}\" />"),
                        good.with("<bpmn:conditionExpression ", "<bpmn:conditionExpression language=\"groovy\" "),
                        good.with(
                                "<bpmn:conditionExpression ",
                                "<bpmn:conditionExpression camunda:resource=\"deployment://x.js\" "),
                        good.with(CONDITION, "${execution.processEngineServices.runtimeService != null}"),
                        good.with(CONDITION, "${''.getClass().forName('java.lang.Runtime') != null}"),
                        good.with(CONDITION, "${outcome.class.name == 'x'}"),
                        good.with(CONDITION, "${outcome['class'] == outcome.getBytes()}"),
                        good.with(CONDITION, "${currentUser() == 'x'}"),
                        good.with(CONDITION, "#{applicationContext.close()}"),
                        good.with("name=\"Look at it\"", "name=\"${dataSource.connection}\""),
                        good.with("camunda:dueDate=\"P2D\"", "camunda:dueDate=\"${dateTime().plusDays(1)}\""),
                        good.withStep("<bpmn:callActivity id=\"step\" calledElement=\"${outcome}\" />"),
                        good.withStep("<bpmn:userTask id=\"step\" camunda:assignee=\"a\" camunda:dueDate=\"P1D\">"
                                + "<bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name=\"x\">"
                                + "<camunda:script scriptFormat=\"js\">1</camunda:script></camunda:inputParameter>"
                                + "</camunda:inputOutput></bpmn:extensionElements></bpmn:userTask>"),
                        good.withStep(
                                "<evil:scriptTask xmlns:evil=\"urn:evil\" id=\"step\" scriptFormat=\"groovy\" />"),
                        good.withStep("<bpmn:adHocSubProcess id=\"step\" />"))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void noModelReachesCode(Drawing drawing) {
        assertThat(findings(drawing))
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .extracting(Finding::rule)
                .containsAnyOf("safe", "expressions", "called");
    }

    static Stream<Arguments> unreadable() {
        byte[] good = Drawing.good().bytes();
        return Stream.of(
                Arguments.of(
                        "DOCTYPE",
                        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>"
                                .getBytes(StandardCharsets.UTF_8)),
                Arguments.of("ZIP", new byte[] {'P', 'K', 3, 4}),
                Arguments.of("larger", new byte[XmlReader.LARGEST + 1]),
                Arguments.of("Modeler", new byte[0]),
                Arguments.of("Modeler", java.util.Arrays.copyOf(good, good.length - 30)),
                Arguments.of("Modeler", "Hello".getBytes(StandardCharsets.UTF_8)),
                Arguments.of(
                        "Modeler",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>\u00e4</a>"
                                .getBytes(StandardCharsets.ISO_8859_1)),
                Arguments.of("deep", "<a>".repeat(5000).getBytes(StandardCharsets.UTF_8)),
                Arguments.of("web page", "<html/>".getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void whatIsNoModelIsSaidSo(String word, byte[] bytes) {
        CheckReport report = check.check("x.bpmn", bytes);

        assertThat(report.deployable()).isFalse();
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("reads");
            assertThat(finding.message() + finding.fix()).contains(word);
        });
    }

    @Test
    void aDecisionTableIsWrittenInFeelAndNothingElse() throws Exception {
        String triage = Files.readString(Path.of("bpmn/triage.dmn"));

        assertThat(check.check("triage.dmn", triage.getBytes(StandardCharsets.UTF_8))
                        .deployable())
                .isTrue();
        assertThat(rules(triage.replace("typeRef=\"string\">", "typeRef=\"string\" expressionLanguage=\"groovy\">")))
                .containsOnly("decision");
        assertThat(rules(triage.replace("<text>kind</text>", "<text>function(x) external { java: {} }</text>")))
                .containsOnly("decision");
        assertThat(rules(triage.replace(" camunda:historyTimeToLive=\"P1095D\"", "")))
                .containsOnly("history");
    }

    @Test
    void aGatewayThatNamesEveryOutcomeNeedsNoDefault() {
        Drawing everyOutcome = Drawing.good()
                .with(" default=\"toEnd\"", "")
                .with(
                        "<bpmn:sequenceFlow id=\"toEnd\" sourceRef=\"good\" targetRef=\"end\" />",
                        "<bpmn:sequenceFlow id=\"toEnd\" sourceRef=\"good\" targetRef=\"end\">"
                                + "<bpmn:conditionExpression>${outcome == 'yes'}</bpmn:conditionExpression></bpmn:sequenceFlow>");

        assertThat(findings(everyOutcome)).isEmpty();
        assertThat(findings(everyOutcome.with("'yes'", "'maybe'")))
                .extracting(Finding::rule)
                .containsExactly("gateways", "answers");
    }

    @Test
    void whatOnlyTroublesPeopleIsAWarning() {
        assertThat(check.check("other.bpmn", Drawing.good().bytes()).findings())
                .extracting(Finding::severity)
                .containsExactly(Severity.NOTE);
        CheckReport stranger = check.check(
                "small.bpmn",
                Drawing.good().with("nadia@example.com", "nobody@example.com").bytes());
        assertThat(stranger.deployable()).isTrue();
        assertThat(stranger.findings()).extracting(Finding::severity).containsExactly(Severity.WARNING);
    }

    @Test
    void aPrefixOfAnotherWorkflowIsNoticed() {
        assertThat(findings(Drawing.good().with("value=\"SMALL\"", "value=\"LAUNCH\"")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("Campaign launch"));
    }

    private List<String> rules(String dmn) {
        return check.check("triage.dmn", dmn.getBytes(StandardCharsets.UTF_8)).findings().stream()
                .map(Finding::rule)
                .toList();
    }

    private List<Finding> findings(Drawing drawing) {
        return check.check("small.bpmn", drawing.bytes()).findings();
    }

    private static Drawing several(String characteristics) {
        return Drawing.good().with("</bpmn:userTask>", characteristics + "</bpmn:userTask>");
    }

    private static Arguments mistake(String rule, String word, Drawing drawing, String element) {
        return Arguments.of(rule, word.equals("look") ? "" : word, drawing, element);
    }
}
