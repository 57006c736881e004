package dev.baton.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What a process owner would change in the workflows of the example team, beside all that is said of it. */
class HonestChangesTest {

    private static final ResourceBundleMessageSource MESSAGES = new ResourceBundleMessageSource();

    static {
        MESSAGES.setBasename("messages/models");
        MESSAGES.setDefaultEncoding(StandardCharsets.UTF_8.name());
    }

    /**
     * One change of a file.
     *
     * @param edits each text of the file and what stands there instead
     */
    private record Edit(String what, String file, List<String> edits) {

        static Edit of(String what, String file, String... edits) {
            return new Edit(what, file, List.of(edits));
        }

        String before() {
            try {
                return Files.readString(Path.of("bpmn", file));
            } catch (IOException missing) {
                throw new UncheckedIOException(missing);
            }
        }

        String after() {
            String xml = before();
            for (int i = 0; i < edits.size(); i += 2) {
                assertThat(xml).contains(edits.get(i));
                xml = xml.replace(edits.get(i), edits.get(i + 1));
            }
            return xml;
        }

        @Override
        public String toString() {
            return what;
        }
    }

    private static final String CONTENT = "content-production.bpmn";
    private static final String TABLE = "triage.dmn";

    static Stream<Arguments> changes() {
        return Stream.of(
                arguments(
                        Edit.of(
                                "the outline is approved by the lead",
                                CONTENT,
                                "name=\"Approve the outline\" camunda:assignee=\"${request.requester}\"",
                                "name=\"Approve the outline\" camunda:assignee=\"${people.lead('copy')}\""),
                        List.of("“Approve the outline”: who gets it is now the lead of copy, was the requester.")),
                arguments(
                        Edit.of(
                                "a task of a team becomes one of a person",
                                CONTENT,
                                "name=\"Write the text\" camunda:candidateGroups=\"copy\"",
                                "name=\"Write the text\" camunda:assignee=\"tom@example.com\""),
                        List.of("“Write the text”: who gets it is now tom@example.com, was the team copy.")),
                arguments(
                        Edit.of(
                                "a question with two ways after the last task",
                                CONTENT,
                                "<bpmn:sequenceFlow id=\"publishToDelivered\" sourceRef=\"publish\" targetRef=\"delivered\" />",
                                """
                                <bpmn:sequenceFlow id="n1" sourceRef="publish" targetRef="seen" />
                                <bpmn:exclusiveGateway id="seen" name="Has anybody seen it?" default="n2" />
                                <bpmn:sequenceFlow id="n2" sourceRef="seen" targetRef="delivered" />
                                <bpmn:sequenceFlow id="n3" sourceRef="seen" targetRef="publish">
                                  <bpmn:conditionExpression>${published == 'no'}</bpmn:conditionExpression>
                                </bpmn:sequenceFlow>"""),
                        List.of(
                                "New: a question, “Has anybody seen it?”, after “Publish it”.",
                                "From “Has anybody seen it?” it goes on to “Publish it” if “published” is “no”.",
                                "From “Has anybody seen it?” it goes on to “Delivered” in all other cases.")),
                arguments(
                        Edit.of(
                                "the same question without a name",
                                CONTENT,
                                "<bpmn:sequenceFlow id=\"publishToDelivered\" sourceRef=\"publish\" targetRef=\"delivered\" />",
                                """
                                <bpmn:sequenceFlow id="n1" sourceRef="publish" targetRef="seen" />
                                <bpmn:exclusiveGateway id="seen" default="n2" />
                                <bpmn:sequenceFlow id="n2" sourceRef="seen" targetRef="delivered" />
                                <bpmn:sequenceFlow id="n3" sourceRef="seen" targetRef="publish">
                                  <bpmn:conditionExpression>${published == 'no'}</bpmn:conditionExpression>
                                </bpmn:sequenceFlow>"""),
                        List.of(
                                "From the new question after “Publish it” it goes on to “Publish it” if “published” is “no”.",
                                "From the new question after “Publish it” it goes on to “Delivered” in all other cases.",
                                "After “Publish it” it goes on to “Delivered”, “Publish it”, was “Delivered”.")),
                arguments(
                        Edit.of(
                                "legal looks before it is published",
                                CONTENT,
                                "<bpmn:sequenceFlow id=\"reviewToPublish\" sourceRef=\"review\" targetRef=\"publish\" />",
                                """
                                <bpmn:sequenceFlow id="n1" sourceRef="review" targetRef="legal" />
                                <bpmn:userTask id="legal" name="Legal review" camunda:assignee="${people.lead('legal')}" camunda:dueDate="P3D" />
                                <bpmn:sequenceFlow id="n2" sourceRef="legal" targetRef="publish" />"""),
                        List.of(
                                "New: a task for people, “Legal review”, between “Review” and “Publish it”. It is for the lead of legal and gets 3 working days.")),
                arguments(
                        Edit.of(
                                "pictures only after the text",
                                CONTENT,
                                "<bpmn:sequenceFlow id=\"makeToIllustrate\" sourceRef=\"make\" targetRef=\"illustrate\" />",
                                "<bpmn:sequenceFlow id=\"makeToIllustrate\" sourceRef=\"write\" targetRef=\"illustrate\" />",
                                "<bpmn:sequenceFlow id=\"writeToMade\" sourceRef=\"write\" targetRef=\"made\" />",
                                ""),
                        List.of(
                                "“Make the pictures” now waits for “Write the text”; they did not wait for each other.")),
                arguments(
                        Edit.of(
                                "nobody can withdraw any more",
                                CONTENT,
                                ", withdraw=Withdraw*",
                                "",
                                "name=\"withdraw\" sourceRef=\"asMeant\" targetRef=\"withdrawn\"",
                                "sourceRef=\"asMeant\" targetRef=\"outline\"",
                                "<bpmn:endEvent id=\"withdrawn\" name=\"Withdrawn\">",
                                "<bpmn:endEvent id=\"other\" name=\"Other\">"),
                        List.of(
                                "New: an end, “Other”.",
                                "Gone: an end, “Withdrawn”.",
                                "“Approve the outline”: “Withdraw” is no longer possible.",
                                "At “As meant?”, if “outlineCheck” is “withdraw”, it now goes on to “Write the outline”, was “Withdrawn”.")),
                arguments(
                        Edit.of(
                                "changes of the outline go to the writer at once",
                                CONTENT,
                                "sourceRef=\"asMeant\" targetRef=\"outline\"",
                                "sourceRef=\"asMeant\" targetRef=\"write\""),
                        List.of(
                                "At “As meant?”, if “outlineCheck” is “changes”, it now goes on to “Write the text”, was “Write the outline”.")),
                arguments(
                        Edit.of(
                                "the default way of a question is the other one",
                                CONTENT,
                                "default=\"outlineGoodToApproveOutline\"",
                                "default=\"outlineGoodToAnswerQuestion\""),
                        List.of(
                                "At “Clear enough?” the way to “Approve the outline” is now taken in any case, was in all other cases.",
                                "At “Clear enough?”, in all other cases, it now goes on to “Answer a question”, was “Approve the outline”.")),
                arguments(
                        Edit.of(
                                "an answer is kept under another word",
                                CONTENT,
                                "ask=Ask the requester",
                                "question=Ask the requester"),
                        List.of(
                                "“Write the outline”: the answer “Ask the requester” is now kept as “question”, was “ask”.")),
                arguments(
                        Edit.of(
                                "a field is read only and longer",
                                CONTENT,
                                "<camunda:constraint name=\"maxlength\" config=\"200\" />",
                                "<camunda:constraint name=\"maxlength\" config=\"300\" /><camunda:constraint name=\"readonly\" />"),
                        List.of(
                                "The brief: of “Which customer is it about?”, the most letters is now “300”, was “200”.",
                                "The brief: of “Which customer is it about?”, whether it can only be read is now yes, was no.")),
                arguments(
                        Edit.of(
                                "a field is read only",
                                CONTENT,
                                "<camunda:constraint name=\"maxlength\" config=\"200\" />",
                                "<camunda:constraint name=\"maxlength\" config=\"200\" /><camunda:constraint name=\"readonly\" />"),
                        List.of(
                                "The brief: of “Which customer is it about?”, whether it can only be read is now yes, was no.")),
                arguments(
                        Edit.of("a field shows in another case", CONTENT, "${kind == 'case'}", "${kind == 'video'}"),
                        List.of(
                                "The brief: of “Which customer is it about?”, when it is asked is now if “kind” is “video”, was if “kind” is “case”.")),
                arguments(
                        Edit.of("a field is kept under another name", CONTENT, "id=\"publishBy\"", "id=\"outBy\""),
                        List.of(
                                "The brief: what is answered to “When should it be out?” is now kept as “outBy”, was “publishBy”.")),
                arguments(
                        Edit.of(
                                "a choice is kept under another name",
                                CONTENT,
                                "<camunda:value id=\"social\"",
                                "<camunda:value id=\"posts\""),
                        List.of(
                                "The brief: of “What should it be?”, the answer “Posts for social media” is now kept as “posts”, was “social”.")),
                arguments(
                        Edit.of(
                                "the choices are in another order",
                                CONTENT,
                                "            <camunda:value id=\"global\" name=\"Everywhere\" />\n",
                                "",
                                "<camunda:value id=\"apac\" name=\"Asia and Pacific\" />",
                                "<camunda:value id=\"apac\" name=\"Asia and Pacific\" /><camunda:value id=\"global\" name=\"Everywhere\" />"),
                        List.of("The brief: the choices of “Where will it be read?” are in another order.")),
                arguments(
                        Edit.of(
                                "the first choice is another",
                                CONTENT,
                                "defaultValue=\"global\"",
                                "defaultValue=\"emea\""),
                        List.of(
                                "The brief: of “Where will it be read?”, what stands in it at first is now “emea”, was “global”.")),
                arguments(
                        Edit.of(
                                "it closes a request with other words",
                                CONTENT,
                                "value=\"rejected in review\"",
                                "value=\"turned down in review\""),
                        List.of(
                                "“Rejected in review”: the reason it closes a request with is now “turned down in review”, was “rejected in review”.")),
                arguments(
                        Edit.of("another error is caught", CONTENT, "errorCode=\"rejected\"", "errorCode=\"refused\""),
                        List.of("“Rejected”: the problem it reports or hears of is now “refused”, was “rejected”.")),
                arguments(
                        Edit.of(
                                "a rejection is heard of at another step",
                                CONTENT,
                                "<bpmn:boundaryEvent id=\"reviewRejected\" name=\"Rejected\" attachedToRef=\"review\">",
                                "<bpmn:boundaryEvent id=\"reviewRejected\" name=\"Rejected\" attachedToRef=\"publish\">"),
                        List.of("“Rejected” now stands at “Publish it”, was at “Review”.")),
                arguments(
                        Edit.of(
                                "others review",
                                CONTENT,
                                "<camunda:value>${people.lead('brand')}</camunda:value>",
                                "<camunda:value>${people.lead('legal')}</camunda:value>"),
                        List.of(
                                "“Review”: what it is given as “reviewers” is now the lead of legal and the requester, was the lead of brand and the requester.")),
                arguments(
                        Edit.of(
                                "a step gets a mail of its own and reminds twice",
                                CONTENT,
                                "<camunda:property name=\"result\" value=\"published\" />",
                                "<camunda:property name=\"result\" value=\"published\" /><camunda:property name=\"mail\" value=\"publish\" /><camunda:property name=\"remind\" value=\"P1D, PT4H\" />"),
                        List.of(
                                "“Publish it”: the mail is now “publish”; before nothing was said.",
                                "“Publish it”: how long before the due date it reminds is now 1 working day, then 4 working hours; before nothing was said.")),
                arguments(
                        Edit.of("a step has another name", CONTENT, "name=\"Publish it\"", "name=\"Put it online\""),
                        List.of("“Put it online” was called “Publish it” before.")),
                arguments(
                        Edit.of(
                                "a step has another name and another id",
                                CONTENT,
                                "name=\"Publish it\"",
                                "name=\"Put it online\"",
                                "\"publish\"",
                                "\"online\""),
                        List.of(
                                "New: a task for people, “Put it online”, between “Review” and “Delivered”. It is for “${triage.team}” and gets 1 working day.",
                                "Gone: a task for people, “Publish it”.")),
                arguments(
                        Edit.of(
                                "a step is for all in a list",
                                CONTENT,
                                "<bpmn:incoming>reviewToPublish</bpmn:incoming>",
                                "<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"${people.members('legal')}\" camunda:elementVariable=\"one\"><bpmn:completionCondition>${votes.count('done') == 2}</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics>"),
                        List.of(
                                "“Publish it” is now for several people, all at once.",
                                "“Publish it”: who they are is now everybody in legal; before nothing was said.",
                                "“Publish it”: the name each of them has is now “one”; before nothing was said.",
                                "“Publish it”: when enough have answered is now “${votes.count('done') == 2}”; before nothing was said.")),
                arguments(
                        Edit.of("only a note of a rule", TABLE, "A product launch with a fixed date", "A launch"),
                        List.of("“Triage”: the notes are others; they decide nothing.")),
                arguments(
                        Edit.of("another rule counts", TABLE, "hitPolicy=\"FIRST\"", "hitPolicy=\"COLLECT\""),
                        List.of("“Triage”: what counts is now all that fit, was the first one that fits.")),
                arguments(
                        Edit.of("a column is called otherwise", TABLE, "label=\"Region\"", "label=\"Where\""),
                        List.of("“Triage”: the column “Where” was called “Region”.")),
                arguments(
                        Edit.of("a table is kept longer", TABLE, "P1095D", "P365D"),
                        List.of("“Triage”: how long history is kept is now 365 days, was 1,095 days.")));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void isSaidAsItIs(Edit edit, List<String> sentences) {
        Difference difference = Difference.between(bytes(edit.before()), bytes(edit.after()));

        assertThat(said(difference)).containsExactlyElementsOf(sentences);
        assertThat(difference.onlyDrawing()).isFalse();
    }

    @Test
    void aRuleThatMovedIsToldWithItsPlace() {
        String first = rule("r1", "\"launch\"", "\"nadia\"");
        String second = rule("r2", "\"post\"", "\"tom\"");
        String third = rule("r3", "", "\"lena\"");

        assertThat(between(table("FIRST", first + second + third), table("FIRST", second + third + first)))
                .containsExactly("“Who”: the rule \"launch\" → \"nadia\" is now number 3, was number 1.");
        assertThat(between(table("FIRST", third + second), table("FIRST", first + second + third)))
                .containsExactly(
                        "“Who” has a new rule, number 1: \"launch\" → \"nadia\".",
                        "“Who”: the rule – → \"lena\" is now number 3, was number 1.");
    }

    @Test
    void theOrderOfRulesIsNotToldWhereItMeansNothing() {
        String first = rule("r1", "\"launch\"", "\"nadia\"");
        String second = rule("r2", "\"post\"", "\"tom\"");

        assertThat(between(table("UNIQUE", first + second), table("UNIQUE", second + first)))
                .isEmpty();
    }

    @Test
    void aNewColumnDoesNotMakeEveryRuleAnother() {
        String region =
                "<input id=\"i2\" label=\"Region\"><inputExpression><text>region</text></inputExpression></input>";
        String before = table("FIRST", rule("r1", "\"launch\"", "\"nadia\"") + rule("r2", "\"post\"", "\"tom\""));
        String after = table(
                        "FIRST",
                        rule("r1", "\"launch\"</text></inputEntry><inputEntry><text>\"emea\"", "\"nadia\"")
                                + rule("r2", "\"post\"</text></inputEntry><inputEntry><text>", "\"tom\""))
                .replace("<output ", region + "<output ");

        assertThat(between(before, after))
                .containsExactly(
                        "“Who” has the new column “Region”.",
                        "“Who”: a rule now says \"launch\", \"emea\" → \"nadia\"; it said \"launch\", – → \"nadia\".");
    }

    @Test
    void whatDiffersInALongTextIsShown() {
        String help = "It is long and says the same at its beginning for quite a while. ".repeat(4);

        assertThat(between(helpful(help + "Write to Tom if late."), helpful(help + "Write to Lena if late.")))
                .singleElement()
                .asString()
                .contains("Write to Tom", "Write to Lena")
                .hasSizeLessThan(400);
    }

    private static String helpful(String help) {
        return new String(Drawing.good().with("Is it good?", help).bytes(), StandardCharsets.UTF_8);
    }

    private static String table(String policy, String rules) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="D" namespace="t">
                  <decision id="who" name="Who"><decisionTable id="t" hitPolicy="%s">
                    <input id="i1" label="Kind"><inputExpression><text>kind</text></inputExpression></input>
                    <output id="o1" label="Owner" name="owner" />%s
                  </decisionTable></decision>
                </definitions>""".formatted(policy, rules);
    }

    private static String rule(String id, String asks, String says) {
        return "<rule id=\"%s\"><inputEntry><text>%s</text></inputEntry><outputEntry><text>%s</text></outputEntry></rule>"
                .formatted(id, asks, says);
    }

    private static List<String> between(String before, String after) {
        return said(Difference.between(bytes(before), bytes(after)));
    }

    private static List<String> said(Difference difference) {
        return difference.changes().stream()
                .map(change -> change.sentence(MESSAGES))
                .toList();
    }

    private static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
