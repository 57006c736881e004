package dev.baton.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What process owners read when two versions of a model are compared. */
class DifferenceTest {

    private static final ResourceBundleMessageSource MESSAGES = new ResourceBundleMessageSource();

    static {
        MESSAGES.setBasename("messages/models");
        MESSAGES.setDefaultEncoding(StandardCharsets.UTF_8.name());
    }

    private static List<String> said(byte[] before, byte[] after) {
        return Difference.between(before, after).changes().stream()
                .map(change -> change.sentence(MESSAGES))
                .toList();
    }

    private static List<String> saidOf(Drawing after) {
        return said(Drawing.good().bytes(), after.bytes());
    }

    private static String file(String name) throws IOException {
        return Files.readString(Path.of("bpmn", name));
    }

    private static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    private static String replaced(String xml, String text, String instead) {
        assertThat(xml).contains(text);
        return xml.replace(text, instead);
    }

    @Test
    void theSameFileHasNoDifference() {
        Difference none =
                Difference.between(Drawing.good().bytes(), Drawing.good().bytes());

        assertThat(none.sameBytes()).isTrue();
        assertThat(none.onlyDrawing()).isFalse();
        assertThat(none.changes()).isEmpty();
    }

    @Test
    void whereThingsAreDrawnMakesNoDifference() throws IOException {
        String before = file("campaign-launch.bpmn");
        String after = before.replaceAll(" x=\"(\\d+)\"", " x=\"1$1\"")
                .replaceAll("exporterVersion=\"[^\"]*\"", "exporterVersion=\"6.0.0\"")
                .replaceAll("\n +<bpmn:(incoming|outgoing)>[^<]*</bpmn:\\1>", "");

        Difference drawn = Difference.between(bytes(before), bytes(after));

        assertThat(drawn.changes()).isEmpty();
        assertThat(drawn.onlyDrawing()).isTrue();
    }

    @Test
    void otherIdsAndAnotherOrderInTheFileMakeNoDifference() {
        Drawing after = Drawing.good()
                .with("\"good\"", "\"Gateway_0x1\"")
                .with("\"back\"", "\"Flow_17\"")
                .with("\"end\"", "\"Event_9\"")
                .with("\"toEnd\"", "\"Flow_18\"");

        assertThat(saidOf(after)).isEmpty();
    }

    @Test
    void whoUntilWhenAndWhatCanBeDecidedIsSaidInWords() {
        Drawing after = Drawing.good()
                .with("P2D", "P3D")
                .with("${request.owner}", "${people.lead('legal')}")
                .with("yes=Yes, no=No*", "yes=Yes, later=Later*")
                .with("Is it good?", "Is it very good?");

        assertThat(saidOf(after))
                .containsExactly(
                        "“Look at it” can now be answered with “Later”.",
                        "“Look at it”: “No” is no longer possible.",
                        "“Look at it”: who gets it is now the lead of legal, was the owner of the request.",
                        "“Look at it”: the time it gets is now 3 working days, was 2 working days.",
                        "“Look at it”: the help is now “Is it very good?”, was “Is it good?”.");
    }

    @Test
    void whatTheWorkflowItselfSaysIsCompared() {
        Drawing after = Drawing.good()
                .with("value=\"P5D\"", "value=\"P1DT4H\"")
                .with("nadia@example.com", "marketing")
                .with("name=\"Small\"", "name=\"Little\"")
                .with("How long does it take?", "How often?");

        assertThat(saidOf(after))
                .containsExactlyInAnyOrder(
                        "The workflow: the promise is now 1 working day and 4 working hours, was 5 working days.",
                        "The workflow: the owner is now marketing, was nadia@example.com.",
                        "The workflow: the name is now “Little”, was “Small”.",
                        "The workflow: the question its numbers answer is now “How often?”, was “How long does it take?”.");
    }

    @Test
    void fieldsOfTheBriefAreComparedOneByOne() {
        String field = "<camunda:formField id=\"what\" label=\"What?\" type=\"string\" />";
        Drawing after = Drawing.good().with(field, """
                        <camunda:formField id="what" label="What?" type="enum">
                          <camunda:value id="a" name="Article" />
                        </camunda:formField>
                        <camunda:formField id="budget" label="Budget" type="long">
                          <camunda:validation><camunda:constraint name="required" /></camunda:validation>
                        </camunda:formField>
                        """);

        assertThat(saidOf(after))
                .containsExactly(
                        "The brief: “What?” is now a choice, was text.",
                        "The brief: “What?” now offers “Article”.",
                        "The brief has the new required field “Budget”.");
        assertThat(said(after.bytes(), Drawing.good().bytes()))
                .contains("The brief no longer asks for “Budget”.", "The brief: “What?” no longer offers “Article”.");
    }

    @Test
    void aNewQuestionIsNamedWithWhatItLeadsTo() throws IOException {
        byte[] first = Files.readAllBytes(Path.of("docs/guide/newsletter.bpmn"));
        byte[] second = Files.readAllBytes(Path.of("docs/guide/newsletter-2.bpmn"));

        assertThat(said(first, second))
                .containsExactly(
                        "New: a task for people, “Check the wording”, between “Write the text” and “May we say it?”."
                                + " It is for the lead of legal and gets 1 working day.",
                        "New: a question, “May we say it?”, after “Check the wording”.",
                        "From “May we say it?” it goes on to “Write the text” if “legal” is “changes”.",
                        "From “May we say it?” it goes on to “Approve the text” in all other cases.",
                        "“Write the text”: the time it gets is now 3 working days, was 2 working days.");
        assertThat(said(second, first))
                .containsExactly(
                        "Gone: a task for people, “Check the wording”.",
                        "Gone: a question, “May we say it?”.",
                        "“Write the text”: the time it gets is now 2 working days, was 3 working days.");
    }

    @Test
    void whatIsForemostSaysSomethingOfEachElement() throws IOException {
        Difference difference = Difference.between(
                Files.readAllBytes(Path.of("docs/guide/newsletter.bpmn")),
                Files.readAllBytes(Path.of("docs/guide/newsletter-2.bpmn")));

        assertThat(difference.foremost(3)).extracting(Change::element).containsExactly("checkLegal", "mayGo", "write");
        assertThat(difference.foremost(5)).isEqualTo(difference.changes());
    }

    @Test
    void aNewStepIsNamedWithItsPlace() {
        Drawing after = Drawing.good()
                .withStep("<bpmn:userTask id=\"step\" name=\"Tell everybody\" camunda:assignee=\"a@example.com\" />");

        Difference difference = Difference.between(Drawing.good().bytes(), after.bytes());

        assertThat(difference.changes())
                .extracting(change -> change.sentence(MESSAGES))
                .containsExactly(
                        "New: a task for people, “Tell everybody”, between “Good?” and “Delivered”. It is for a@example.com.");
        assertThat(difference.marked("added")).containsExactly("step");
        assertThat(said(after.bytes(), Drawing.good().bytes()))
                .containsExactly("Gone: a task for people, “Tell everybody”.");
    }

    @Test
    void whenAWayIsTakenAndWhereItLeadsIsCompared() {
        assertThat(saidOf(Drawing.good().with("${outcome == 'no'}", "${outcome == 'later'}")))
                .containsExactly(
                        "At “Good?” the way to “Look at it” is now taken if “outcome” is “later”, was if “outcome” is “no”.");
        assertThat(saidOf(Drawing.good()
                        .with("sourceRef=\"good\" targetRef=\"look\"", "sourceRef=\"good\" targetRef=\"end\"")))
                .containsExactly("At “Good?”, if “outcome” is “no”, it now goes on to “Delivered”, was “Look at it”.");
    }

    @Test
    void stepsThatChangePlacesAreOneSentence() {
        assertThat(said(line("copy", "design", "legal", "publish"), line("copy", "legal", "design", "publish")))
                .containsExactly("“legal” now comes before “design”; it came after.");
        assertThat(said(line("copy", "design", "legal", "publish"), line("design", "legal", "publish", "copy")))
                .containsExactly("“copy” now comes after “publish”; it came before.");
    }

    @Test
    void stepsThatNoLongerWaitForEachOtherAreSaidSo() {
        byte[] apart = process("""
                <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="fork" />
                <bpmn:parallelGateway id="fork" />
                <bpmn:sequenceFlow id="f2" sourceRef="fork" targetRef="copy" />
                <bpmn:sequenceFlow id="f3" sourceRef="fork" targetRef="design" />
                <bpmn:userTask id="copy" name="copy" />
                <bpmn:userTask id="design" name="design" />
                <bpmn:sequenceFlow id="f4" sourceRef="copy" targetRef="join" />
                <bpmn:sequenceFlow id="f5" sourceRef="design" targetRef="join" />
                <bpmn:parallelGateway id="join" />
                <bpmn:sequenceFlow id="f6" sourceRef="join" targetRef="end" />
                """);

        assertThat(said(line("copy", "design"), apart)).containsExactly("“design” no longer waits for “copy”.");
        assertThat(said(apart, line("copy", "design")))
                .containsExactly("“design” now waits for “copy”; they did not wait for each other.");
    }

    @Test
    void timersMailsAndCalledWorkflowsAreSteps() throws IOException {
        String launch = file("content-production.bpmn");
        String after = replaced(launch, "calledElement=\"review\"", "calledElement=\"review-by-legal\"");

        assertThat(said(bytes(launch), bytes(after)))
                .containsExactly("“Review”: the called workflow is now “review-by-legal”, was “review”.");

        Drawing mail = Drawing.good().withStep("""
                <bpmn:sendTask id="step" name="Briefing" camunda:delegateExpression="${mail}">
                  <bpmn:extensionElements><camunda:inputOutput>
                    <camunda:inputParameter name="template">briefing</camunda:inputParameter>
                    <camunda:inputParameter name="to">legal</camunda:inputParameter>
                  </camunda:inputOutput></bpmn:extensionElements>
                </bpmn:sendTask>""");
        assertThat(said(
                        mail.bytes(),
                        mail.with(">legal<", ">${request.requester}<").bytes()))
                .containsExactly("“Briefing”: to whom the mail goes is now the requester, was legal.");

        Drawing wait = Drawing.good().withStep("""
                <bpmn:intermediateCatchEvent id="step" name="Wait"><bpmn:timerEventDefinition>
                  <bpmn:timeDuration>P2D</bpmn:timeDuration>
                </bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>""");
        assertThat(said(
                        wait.bytes(),
                        wait.with("<bpmn:timeDuration>P2D", "<bpmn:timeDuration>PT12H")
                                .bytes()))
                .containsExactly("“Wait”: how long it waits is now 12 hours, was 2 days.");
    }

    @Test
    void rulesOfADecisionTableAreComparedByWhatTheyAskFor() throws IOException {
        String before = file("triage.dmn");
        String after = before.replaceFirst("\"P10D\"", "\"P8D\"");

        assertThat(said(bytes(before), bytes(after)))
                .singleElement()
                .asString()
                .isEqualTo(
                        "“Triage”: a rule now says \"launch\", \"urgent\", – → \"nadia@example.com\", \"marketing\","
                                + " \"P8D\"; it said \"launch\", \"urgent\", – → \"nadia@example.com\", \"marketing\", \"P10D\".");
        assertThat(said(bytes(before), bytes(before.replaceAll("id=\"rule(\\d)", "id=\"row$1"))))
                .isEmpty();
        assertThat(said(bytes(before), bytes(replaced(before, "<text>urgency</text>", "<text>hurry</text>"))))
                .containsExactly("“Triage”: the column “Urgency” now goes by “hurry”, was “urgency”.");
    }

    @Test
    void whatIsNoModelCannotBeCompared() throws IOException {
        byte[] table = bytes(file("triage.dmn"));

        assertThatThrownBy(() ->
                        Difference.between(bytes("nothing"), Drawing.good().bytes()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Difference.between(table, Drawing.good().bytes()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** User tasks of these names one after the other. */
    private static byte[] line(String... steps) {
        StringBuilder xml = new StringBuilder();
        String last = "start";
        for (String step : steps) {
            xml.append(
                    "<bpmn:sequenceFlow id=\"to_%s\" sourceRef=\"%s\" targetRef=\"%s\" />".formatted(step, last, step));
            xml.append("<bpmn:userTask id=\"%s\" name=\"%s\" />".formatted(step, step));
            last = step;
        }
        xml.append("<bpmn:sequenceFlow id=\"out\" sourceRef=\"%s\" targetRef=\"end\" />".formatted(last));
        return process(xml.toString());
    }

    private static byte[] process(String within) {
        return bytes("""
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
                  <bpmn:process id="p" name="P" isExecutable="true"><bpmn:startEvent id="start" />%s
                  <bpmn:endEvent id="end" /></bpmn:process>
                </bpmn:definitions>""".formatted(within));
    }
}
