package dev.baton.models;

import static dev.baton.models.Mistake.in;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What can be wrong with a file before anybody asks what the workflow does: format, dialect, schema, safety. */
final class MistakesOfFiles {

    private static final Drawing GOOD = Drawing.good();
    private static final String STEP = "<bpmn:serviceTask id=\"step\" ";

    private MistakesOfFiles() {}

    static Stream<Mistake> all() {
        return Stream.of(unreadable(), otherKinds(), dialects(), processes(), schema(), safety(), decisions())
                .flatMap(mistakes -> mistakes);
    }

    private static Stream<Mistake> unreadable() {
        return Stream.of(
                new Mistake("reads.large", "x.bpmn", new byte[XmlReader.LARGEST + 1]),
                in("reads.zip", "x.bpmn", "PK\u0003\u0004"),
                in("reads.xml", "x.bpmn", "<a><!-- a -- b --></a>"),
                in("reads.xml.text", "x.bpmn", "Draw something"),
                in("reads.xml.text", "x.bpmn", "<1 thing"),
                in("reads.xml.first", "x.bpmn", "\n<?xml version='1.0'?><a/>"),
                in("reads.xml.end", "x.bpmn", "<a><b>"),
                in("reads.xml.open", "x.bpmn", "<a><b></a>"),
                in("reads.xml.twice", "x.bpmn", "<a b='1' b='2'/>"),
                in("reads.xml.quote", "x.bpmn", "<a b=c/>"),
                in("reads.xml.quote", "x.bpmn", "<a b/>"),
                in("reads.xml.quote", "x.bpmn", "<a b='<'/>"),
                in("reads.xml.quote", "x.bpmn", "<a b='1'c='2'/>"),
                in("reads.xml.and", "x.bpmn", "<a>x & y</a>"),
                in("reads.xml.and", "x.bpmn", "<a>&nbsp;</a>"),
                in("reads.xml.and", "x.bpmn", "<a>&x</a>"),
                in("reads.xml.sign", "x.bpmn", "<a>\u0001</a>"),
                in("reads.xml.sign", "x.bpmn", "<a>&#1;</a>"),
                in("reads.xml.prefix", "x.bpmn", "<bpmn:a/>"),
                in("reads.xml.prefix", "x.bpmn", "<a camunda:b='1'/>"),
                in("reads.xml.after", "x.bpmn", "<a/><b/>"),
                in("reads.xml.after", "x.bpmn", "<a/>text"),
                in("reads.doctype", "x.bpmn", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>"),
                in("reads.deep", "x.bpmn", "<a>".repeat(5000)),
                in("reads.empty", "x.bpmn", " \n"),
                new Mistake("reads.zip", "x.bpmn", new byte[] {0x1f, (byte) 0x8b, 8, 0}),
                in("reads.office", "x.bpmn", "{\\rtf1 Draw something}"),
                in("reads.kind.page", "x.bpmn", "<!DOCTYPE html><html><body></body></html>"),
                in("reads.encoding.unknown", "x.bpmn", "<?xml version='1.0' encoding='klingon'?><a/>"),
                in("reads.encoding.unknown", "x.bpmn", "<?xml version='1.0' encoding='a b'?><a/>"),
                in("reads.encoding.other", "x.bpmn", "<?xml version='1.0' encoding='UTF-16'?><a/>"),
                new Mistake(
                        "reads.encoding.other",
                        "x.bpmn",
                        "<?xml version='1.0' encoding='UTF-8'?><a/>".getBytes(StandardCharsets.UTF_16)),
                in("reads.json", "x.bpmn", "{\"components\": []}"),
                in("reads.pdf", "x.bpmn", "%PDF-1.7"),
                new Mistake("reads.picture", "x.bpmn", "\u0089PNG\r\n".getBytes(StandardCharsets.ISO_8859_1)),
                new Mistake("reads.office", "x.bpmn", "\u00d0\u00cf\u0011\u00e0".getBytes(StandardCharsets.ISO_8859_1)),
                new Mistake(
                        "reads.encoding",
                        "x.bpmn",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>\u00e4 </a>"
                                .getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static Stream<Mistake> otherKinds() {
        return Stream.of(
                in("reads.kind", "x.bpmn", "<svg/>"),
                new Mistake("reads.ending", "small.dmn", GOOD.bytes()),
                in("reads.ending", "triage.bpmn", read(Path.of("bpmn/triage.dmn"))),
                in("reads.kind.xpdl", "x.bpmn", "<Package xmlns=\"http://www.wfmc.org/2008/XPDL2.1\"/>"),
                in("reads.kind.cmmn", "x.bpmn", "<definitions xmlns=\"http://www.omg.org/spec/CMMN/20151109/MODEL\"/>"),
                in("reads.kind.bonita", "x.bpmn", "<p xmlns=\"http://www.bonitasoft.org/ns/studio/process\"/>"),
                in("reads.kind.dmn", "x.dmn", "<definitions xmlns=\"http://www.omg.org/spec/DMN/20991231/MODEL\"/>"),
                in("reads.kind.bpmn", "x.bpmn", "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20080501/MODEL\"/>"),
                in("reads.kind.page", "x.bpmn", "<html><body></body></html>"));
    }

    private static Stream<Mistake> dialects() {
        Stream<Mistake> engines = Stream.of(
                spoken("dialect.zeebe", "http://camunda.org/schema/zeebe/1.0"),
                in(
                        "dialect.zeebe",
                        GOOD.with(
                                "targetNamespace",
                                "xmlns:m=\"http://camunda.org/schema/modeler/1.0\" m:executionPlatform=\"Camunda Cloud\""
                                        + " targetNamespace")),
                spoken("dialect.flowable", "http://flowable.org/bpmn"),
                spoken("dialect.activiti", "http://activiti.org/bpmn"),
                spoken("dialect.operaton", "http://operaton.org/schema/1.0/bpmn"),
                spoken("dialect.jbpm", "http://www.jboss.org/drools"),
                spoken("dialect.bonita", "http://www.bonitasoft.org/studio/connector/definition/6.0"),
                spoken("dialect.imixs", "http://www.imixs.org/bpmn2"),
                spoken("dialect.processmaker", "http://processmaker.com/BPMN/2.0/Schema.xsd"),
                spoken("dialect.drawn", "http://www.signavio.com"));
        Stream<Mistake> elements = Stream.of(
                        "assignmentDefinition",
                        "taskDefinition",
                        "taskSchedule",
                        "calledElement",
                        "calledDecision",
                        "formDefinition",
                        "formProperty",
                        "ioMapping",
                        "loopCharacteristics")
                .map(word -> in(
                        "dialect.word." + word,
                        GOOD.withStep("<bpmn:userTask id=\"step\"><bpmn:extensionElements>"
                                + "<z:" + word + " xmlns:z=\"http://camunda.org/schema/zeebe/1.0\" />"
                                + "</bpmn:extensionElements></bpmn:userTask>")));
        Stream<Mistake> attributes = Stream.of("assignee", "candidateUsers", "candidateGroups", "dueDate", "collection")
                .map(word -> in(
                        "dialect.word." + word,
                        GOOD.withStep("<bpmn:userTask id=\"step\" xmlns:f=\"http://flowable.org/bpmn\" f:" + word
                                + "=\"x\" />")));
        Stream<Mistake> programs = Stream.of(in(
                "dialect.code",
                Drawing.good()
                        .with("name=\"owner\"", "name=\"o\"")
                        .with("name=\"question\"", "name=\"q\"")
                        .with("name=\"prefix\"", "name=\"p\"")
                        .with("name=\"promise\"", "name=\"r\"")
                        .withStep(STEP + "camunda:class=\"X\" />")));
        return Stream.of(engines, elements, attributes, programs).flatMap(mistakes -> mistakes);
    }

    private static Mistake spoken(String key, String namespace) {
        return in(key, GOOD.withStep("<bpmn:task id=\"step\" xmlns:o=\"" + namespace + "\" o:x=\"1\" />"));
    }

    private static Stream<Mistake> processes() {
        return Stream.of(
                in("process.none", "x.bpmn", "<definitions xmlns=\"" + Vocabulary.BPMN + "\" targetNamespace=\"x\"/>"),
                in("process.several", GOOD.beside("<bpmn:process id=\"second\" name=\"Second\" />")),
                in("process.executable", GOOD.with("isExecutable=\"true\"", "isExecutable=\"false\"")),
                in("process.key", GOOD.with("id=\"small\"", "id=\"small.one\"")),
                in("process.name", GOOD.with(" name=\"Small\"", "")),
                new Mistake("process.file", "other.bpmn", GOOD.bytes()),
                in("ids.twice", GOOD.with("id=\"end\"", "id=\"start\"")),
                in("ids.shape", GOOD.with("\"look\"", "\"look at it\"")),
                in("ids.missing", GOOD.with("<bpmn:endEvent id=\"end\"", "<bpmn:endEvent")),
                in("history.missing", GOOD.with(" camunda:historyTimeToLive=\"P30D\"", "")),
                in("history.unreadable", GOOD.with("\"P30D\"", "\"P3M\"")));
    }

    private static Stream<Mistake> schema() {
        return Stream.of(
                in("schema.unexpected", GOOD.withStep("<bpmn:task id=\"step\"><bpmn:timeDate /></bpmn:task>")),
                in("schema.incomplete", GOOD.beside("<bpmn:relationship id=\"r\" type=\"t\" />")),
                in("schema.broken", GOOD.beside("<bpmn:rootElement id=\"r\" />")),
                in(
                        "schema.content",
                        GOOD.withStep("<bpmn:task id=\"step\"><bpmn:incoming>a b</bpmn:incoming></bpmn:task>")),
                in(
                        "schema.surplus",
                        GOOD.beside("<bpmn:signal id=\"s\" name=\"a\"><bpmn:extensionElements /><bpmn:text />"
                                + "</bpmn:signal>")),
                in("schema.stray", GOOD.withStep("Words<bpmn:task id=\"step\" />")),
                in("schema.attribute", GOOD.withStep("<bpmn:task id=\"step\" colour=\"red\" />")),
                in("schema.needed", GOOD.with("targetRef=\"look\"", "")),
                in("schema.value", GOOD.with("isExecutable=\"true\"", "isExecutable=\"yes\"")),
                in("schema.reference", GOOD.with("targetRef=\"end\"", "targetRef=\"nowhere\"")),
                in("schema.type", GOOD.with("bpmn:tFormalExpression", "bpmn:tPoem")));
    }

    private static Stream<Mistake> safety() {
        String performer = "<bpmn:userTask id=\"step\"><bpmn:potentialOwner /></bpmn:userTask>";
        return Stream.of(
                in("safe.element", GOOD.withStep("<bpmn:callChoreography id=\"step\" />")),
                in("safe.script", GOOD.withStep("<bpmn:scriptTask id=\"step\" scriptFormat=\"groovy\" />")),
                in(
                        "safe.listener",
                        GOOD.with(
                                "<camunda:formData>",
                                "<camunda:executionListener event=\"start\" class=\"X\" /><camunda:formData>")),
                in("safe.class", GOOD.withStep(STEP + "camunda:class=\"Evil\" />")),
                in("safe.expression", GOOD.withStep(STEP + "camunda:expression=\"${request.ref}\" />")),
                in("safe.worker", GOOD.withStep(STEP + "camunda:type=\"external\" />")),
                in("safe.form", GOOD.with("<bpmn:userTask ", "<bpmn:userTask camunda:formKey=\"embedded:x.html\" ")),
                in("safe.delegate", GOOD.withStep(STEP + "camunda:delegateExpression=\"${evil}\" />")),
                in("safe.attribute", GOOD.with("<bpmn:userTask ", "<bpmn:userTask camunda:taskPriority=\"1\" ")),
                in(
                        "safe.validator",
                        GOOD.withField("<camunda:formField id=\"f\" label=\"F\" type=\"string\">"
                                + "<camunda:validation><camunda:constraint name=\"validator\" config=\"X\" />"
                                + "</camunda:validation></camunda:formField>")),
                in(
                        "safe.loop",
                        GOOD.withStep("<bpmn:task id=\"step\"><bpmn:standardLoopCharacteristics /></bpmn:task>")),
                in("safe.adhoc", GOOD.withStep("<bpmn:adHocSubProcess id=\"step\" />")),
                in("safe.complex", GOOD.withStep("<bpmn:complexGateway id=\"step\" />")),
                in("safe.performer", GOOD.withStep(performer)),
                in("safe.resource", GOOD.beside("<bpmn:resource id=\"r\" name=\"Legal\" />")),
                in("safe.language", GOOD.with("targetNamespace", "expressionLanguage=\"groovy\" targetNamespace")),
                in("safe.data", GOOD.beside("<bpmn:itemDefinition id=\"item\" />")),
                in(
                        "safe.import",
                        GOOD.with(
                                "<bpmn:process ",
                                "<bpmn:import namespace=\"x\" location=\"x.xsd\" importType=\"x\" /><bpmn:process ")),
                in(
                        "safe.interface",
                        GOOD.beside("<bpmn:interface id=\"i\" name=\"I\"><bpmn:operation id=\"o\" name=\"O\">"
                                + "<bpmn:inMessageRef>m</bpmn:inMessageRef></bpmn:operation></bpmn:interface>")),
                in("safe.choreography", GOOD.beside("<bpmn:conversation id=\"c\" />")));
    }

    private static Stream<Mistake> decisions() {
        String triage = read(Path.of("bpmn/triage.dmn"));
        return Stream.of(
                in("decision.none", "x.dmn", triage.replaceAll("(?s)<decision .*</decision>", "")),
                in(
                        "decision.language",
                        "x.dmn",
                        triage.replace("<text>kind</text>", "<text>kind</text>")
                                .replace("typeRef=\"string\">", "typeRef=\"string\" expressionLanguage=\"groovy\">")),
                in(
                        "decision.external",
                        "x.dmn",
                        triage.replace("<text>kind</text>", "<text>function(x) external { java: {} }</text>")),
                in("decision.cell", "x.dmn", triage.replaceFirst("<text>\"launch\"</text>", "<text>\"launch</text>")),
                in(
                        "decision.long",
                        "x.dmn",
                        triage.replace("<text>kind</text>", "<text>" + "(".repeat(40) + "</text>")),
                in(
                        "decision.import",
                        "x.dmn",
                        triage.replaceFirst("<decision ", "<import namespace=\"x\" importType=\"x\" /><decision ")));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
