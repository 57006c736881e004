package dev.baton.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Whatever does something else is told, whatever does the same is not: tried with every part of the example models. */
class EveryChangeIsToldTest {

    private static final ResourceBundleMessageSource MESSAGES = new ResourceBundleMessageSource();

    static {
        MESSAGES.setBasename("messages/models");
        MESSAGES.setDefaultEncoding(StandardCharsets.UTF_8.name());
    }

    /** What names things for the file itself, or is read by programs that draw. */
    private static final Set<String> SAYS_NOTHING =
            Set.of("id", "isexecutable", "xsi:type", "camunda:modelertemplate", "camunda:modelertemplateversion");

    static List<String> files() {
        return List.of(
                "bpmn/campaign-launch.bpmn",
                "bpmn/content-production.bpmn",
                "bpmn/landing-page-update.bpmn",
                "bpmn/review.bpmn",
                "bpmn/triage.dmn");
    }

    private static Document read(String file) {
        try {
            return parsed(Files.readString(Path.of(file)));
        } catch (IOException missing) {
            throw new IllegalStateException(file, missing);
        }
    }

    private static Document parsed(String xml) {
        Document document = Jsoup.parse(xml, "", Parser.xmlParser());
        document.outputSettings().prettyPrint(false);
        return document;
    }

    private static byte[] bytes(Document document) {
        return document.outerHtml().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> said(Document before, Document after) {
        return Difference.between(bytes(before), bytes(after)).changes().stream()
                .map(change -> change.sentence(MESSAGES))
                .toList();
    }

    private static List<String> said(Document before, UnaryOperator<String> edit) {
        return said(before, parsed(edit.apply(before.outerHtml())));
    }

    private static Stream<Element> parts(Document document) {
        return document.select("bpmn|process *, decision *").stream()
                .filter(element -> !Set.of("bpmn:incoming", "bpmn:outgoing").contains(element.normalName()))
                .filter(element -> element.parents().stream()
                        .noneMatch(around -> around.normalName().startsWith("bpmndi")));
    }

    @ParameterizedTest
    @MethodSource("files")
    void whateverAnAttributeSaysIsTold(String file) {
        Document before = read(file);
        Document after = before.clone();
        parts(after)
                .forEach(element -> element.attributes().asList().stream()
                        .filter(attribute ->
                                !SAYS_NOTHING.contains(attribute.getKey().toLowerCase(Locale.ROOT)))
                        .filter(attribute -> !isLabelOfALine(element, attribute))
                        .forEach(attribute -> {
                            String was = attribute.getValue();
                            element.attr(attribute.getKey(), other(was));
                            assertThat(said(before, after))
                                    .as("%s with %s", element.cssSelector(), attribute)
                                    .isNotEmpty();
                            element.attr(attribute.getKey(), was);
                        }));
    }

    private static boolean isLabelOfALine(Element element, Attribute attribute) {
        return element.normalName().equals("bpmn:sequenceflow")
                && attribute.getKey().equals("name");
    }

    private static String other(String value) {
        return switch (value) {
            case "true" -> "false";
            case "false" -> "true";
            default -> value.startsWith("P") ? "P77D" : value + "x";
        };
    }

    @ParameterizedTest
    @MethodSource("files")
    void whateverATextSaysIsTold(String file) {
        Document before = read(file);
        Document after = before.clone();
        parts(after)
                .flatMap(element -> element.textNodes().stream())
                .filter(text -> !text.isBlank())
                .toList()
                .forEach(text -> isTold(before, after, text));
    }

    private static void isTold(Document before, Document after, TextNode text) {
        String was = text.getWholeText();
        text.text(was.strip() + "7");
        assertThat(said(before, after)).as("text %s", was).isNotEmpty();
        text.text(was);
    }

    @ParameterizedTest
    @MethodSource("files")
    void whereverALineLeadsIsTold(String file) {
        Document before = read(file);
        Document after = before.clone();
        List<String> steps = after.select("bpmn|usertask, bpmn|endevent, bpmn|exclusivegateway").stream()
                .map(Element::id)
                .toList();
        after.select("bpmn|sequenceflow").forEach(line -> {
            String was = line.attr("targetRef");
            steps.stream().filter(step -> !step.equals(was)).forEach(step -> {
                line.attr("targetRef", step);
                assertThat(said(before, after)).as("%s to %s", line.id(), step).isNotEmpty();
            });
            line.attr("targetRef", was);
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void aForkThatBecomesAQuestionIsToldUnderWhateverId(String file) {
        Document before = read(file);
        for (Element gateway : before.select("bpmn|exclusivegateway, bpmn|parallelgateway")) {
            String other = gateway.tagName().equals("bpmn:exclusiveGateway") ? "parallelGateway" : "exclusiveGateway";
            for (String id : List.of(gateway.id(), "fresh")) {
                String what = gateway.outerHtml();
                List<String> said = said(
                        before,
                        xml -> xml.replace(
                                        what,
                                        what.replace(gateway.tagName(), "bpmn:" + other)
                                                .replace("\"" + gateway.id() + "\"", "\"" + id + "\""))
                                .replace("Ref=\"" + gateway.id() + "\"", "Ref=\"" + id + "\""));
                assertThat(said).as("%s under %s", gateway.id(), id).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatHoldsAnywayAndHowItIsDrawnIsNotTold(String file) {
        Document before = read(file);
        List<UnaryOperator<String>> edits = List.of(
                xml -> xml.replace("<camunda:validation>", """
                        <camunda:properties><camunda:property id="email" value="false" /></camunda:properties>
                        <camunda:validation><camunda:constraint name="required" config="false" />"""),
                xml -> xml.replaceFirst(
                        "<camunda:property name=\"owner\"",
                        "<camunda:property name=\"default\" value=\"false\" /><camunda:property name=\"owner\""),
                xml -> xml.replace(
                        "<bpmn:multiInstanceLoopCharacteristics ", "<bpmn:multiInstanceLoopCharacteristics id=\"m\" "),
                xml -> xml.replace("<bpmn:boundaryEvent ", "<bpmn:boundaryEvent cancelActivity=\"true\" "),
                xml -> xml.replace("<bpmn:userTask ", "<bpmn:userTask camunda:asyncBefore=\"false\" "),
                xml -> xml.replace(
                        "<input ", "<input xmlns:biodi=\"http://bpmn.io/schema/dmn/biodi/2.0\" biodi:width=\"300\" "),
                xml -> xml.replace("<text></text>", "<text>-</text>"));
        edits.stream()
                .filter(edit -> !edit.apply(before.outerHtml()).equals(before.outerHtml()))
                .forEach(edit -> assertThat(said(before, edit)).isEmpty());
    }

    private static final String LAUNCH = "bpmn/campaign-launch.bpmn";

    private static String line(String from, String to) {
        return "<bpmn:sequenceFlow id=\"" + from + "-" + to + "\" sourceRef=\"" + from + "\" targetRef=\"" + to
                + "\" />";
    }

    private static List<String> saidOf(String was, String is) {
        return said(parsed(process(was)), parsed(process(is)));
    }

    private static String process(String content) {
        return """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
                  <bpmn:process id="p" isExecutable="true">
                    <bpmn:startEvent id="start" /><bpmn:userTask id="a" name="A" /><bpmn:userTask id="b" name="B" />
                    <bpmn:userTask id="c" name="C" /><bpmn:endEvent id="end" />
                """ + content + "</bpmn:process></bpmn:definitions>";
    }

    @Test
    void aJoinThatIsNoMoreIsTold() {
        String fork =
                "<bpmn:parallelGateway id=\"fork\" />" + line("start", "fork") + line("fork", "a") + line("fork", "b");
        String joined = "<bpmn:parallelGateway id=\"join\" />" + line("a", "join") + line("b", "join")
                + line("join", "c") + line("c", "end");
        String each = line("a", "c") + line("b", "c") + line("c", "end");

        assertThat(saidOf(fork + joined, fork + each))
                .containsExactly("Gone: a fork or join, between “A”, “B” and “C”.");
        assertThat(saidOf(fork + each, fork + joined))
                .containsExactly("New: a fork or join, between “A”, “B” and “C”.");
        assertThat(saidOf(fork + joined, fork + joined.replace("parallel", "exclusive")))
                .containsExactly("After “A”, “B”, what was a fork or join is now a question.");
    }

    @Test
    void whichConditionIsAskedFirstIsToldWhereSeveralMayHold() {
        String gate = "<bpmn:exclusiveGateway id=\"gate\" name=\"Much?\" default=\"gate-end\" />"
                + line("start", "gate") + line("gate", "end") + line("a", "end") + line("b", "end");
        String first = asking("a", "${amount > 10}") + asking("b", "${amount > 5}");
        String second = asking("b", "${amount > 5}") + asking("a", "${amount > 10}");

        assertThat(saidOf(gate + first, gate + second))
                .containsExactly("At “Much?” the ways are looked at in another order: first whether “${amount > 5}”."
                        + " If several fit, the first is taken.");
        assertThat(saidOf(
                        gate + asking("a", "${size == 'l'}") + asking("b", "${size == 's'}"),
                        gate + asking("b", "${size == 's'}") + asking("a", "${size == 'l'}")))
                .isEmpty();
    }

    private static String asking(String to, String condition) {
        return line("gate", to)
                .replace(
                        " />",
                        "><bpmn:conditionExpression>" + condition.replace(">", "&gt;")
                                + "</bpmn:conditionExpression></bpmn:sequenceFlow>");
    }

    @Test
    void whatHasNoNameIsNamedOnceAndSentencesBeginWithACapital() {
        String wait = "<bpmn:intermediateCatchEvent id=\"w\" />";

        assertThat(saidOf(line("start", "a"), wait + line("start", "w") + line("w", "a")))
                .containsExactly("New: a step that waits, between the start and “A”.");
        assertThat(saidOf(wait + line("start", "w") + line("w", "a"), line("start", "a")))
                .containsExactly("Gone: a step that waits.");
        assertThat(saidOf(
                        line("start", "e") + "<bpmn:endEvent id=\"e\" />",
                        line("start", "e")
                                + "<bpmn:endEvent id=\"e\"><bpmn:terminateEventDefinition /></bpmn:endEvent>"))
                .containsExactly("An end now ends all else that still goes on.");
    }

    @Test
    void yesAndNoAreWhatTheModelSays() {
        Document before = parsed(read(LAUNCH)
                .outerHtml()
                .replaceFirst(
                        "<camunda:property name=\"owner\"",
                        "<camunda:property name=\"default\" value=\"true\" /><camunda:property name=\"owner\""));

        assertThat(said(
                        before,
                        xml -> xml.replace("name=\"default\" value=\"true\"", "name=\"default\" value=\"false\"")))
                .containsExactly(
                        "The workflow: whether it takes mail that fits no other is not said any more; it was yes.");
    }

    @Test
    void whatDiffersInALongTextWithoutBlanksIsShown() {
        String list = "x".repeat(300);

        Excerpt excerpt = Excerpt.of(list + "new", list + "old");

        assertThat(excerpt.now()).endsWith("xnew").hasSizeLessThan(120);
        assertThat(excerpt.before()).endsWith("xold").hasSizeLessThan(120);
    }

    @Test
    void columnsOfATableMayChangePlacesWithTheirCells() {
        String was = table("kind", "size", "\"a\"", "\"b\", \"c\"");

        assertThat(said(parsed(was), parsed(table("size", "kind", "\"b\", \"c\"", "\"a\""))))
                .isEmpty();
        assertThat(said(parsed(was), parsed(table("kind", "size", "\"a\", \"b\"", "\"c\""))))
                .containsExactly("“T”: a rule now says \"a\", \"b\", \"c\" → 1; it said \"a\", \"b\", \"c\" → 1.");
    }

    private static String table(String one, String two, String first, String second) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"><decision id="t" name="T"><decisionTable>
                <input id="%1$s"><inputExpression><text>%1$s</text></inputExpression></input>
                <input id="%2$s"><inputExpression><text>%2$s</text></inputExpression></input>
                <output id="o" name="o" />
                <rule id="r"><inputEntry><text>%3$s</text></inputEntry><inputEntry><text>%4$s</text></inputEntry>
                <outputEntry><text>1</text></outputEntry></rule></decisionTable></decision></definitions>""".formatted(one, two, first, second);
    }

    @Test
    void whatIsTooLargeForAnybodyToReadIsNotCompared() {
        StringBuilder steps = new StringBuilder();
        for (int step = 0; step < 15_000; step++) {
            steps.append("<bpmn:task id=\"s")
                    .append(step)
                    .append("\" />")
                    .append("<bpmn:sequenceFlow sourceRef=\"s")
                    .append(step)
                    .append("\" targetRef=\"s")
                    .append(step + 1)
                    .append("\" />");
        }
        byte[] before = process("").getBytes(StandardCharsets.UTF_8);
        byte[] after = process(steps.toString()).getBytes(StandardCharsets.UTF_8);

        assertThat(Difference.between(before, after).changes())
                .extracting(change -> change.sentence(MESSAGES))
                .containsExactly("More than 1,000 steps, events and questions are too many to say what is different.");
        assertThat(Difference.renamed(before, after)).isEmpty();
    }
}
