package dev.baton.bench.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.baton.bench.rehearsal.Piece;
import dev.baton.bench.rehearsal.Pieces;
import dev.baton.bench.rehearsal.Rehearsals;
import dev.baton.shared.RequestRef;
import dev.baton.testkit.BatonTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What would have become of requests that people really answered, under models that were changed in one thing. */
@BatonTest
class WhatIfTest {

    @Autowired
    ApplicationContext baton;

    @Autowired
    WhatIfs whatIfs;

    @Autowired
    Pieces pieces;

    @Autowired
    Rehearsals rehearsals;

    @Autowired
    PastRequests pastRequests;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void thePast() {
        new Pasts(baton).happens();
    }

    @Test
    void theVersionThatHoldsNowLeadsAllTheSameWay() {
        WhatIf found = content(Pasts.content());

        assertThat(found.requests()).hasSize(10);
        assertThat(found.same()).isEqualTo(10);
        assertThat(found.other()).isEmpty();
        assertThat(found.ways()).isEmpty();
        assertThat(found.loads()).isEmpty();
        assertThat(found.unplayed()).isEmpty();
        assertThat(found.assumed()).isEmpty();
        assertThat(found.otherwise()).as("played as it really went").isEmpty();
    }

    @Test
    void aStepMoreIsAssumedToGoAsUsualAndItsPeopleGetMoreWork() {
        WhatIf found = content(Pasts.content()
                .replace("<bpmn:parallelGateway id=\"make\">", """
                        <bpmn:userTask id="legalCheck" name="Legal check" camunda:candidateGroups="legal" camunda:dueDate="P1D">
                          <bpmn:extensionElements><camunda:properties>
                            <camunda:property name="outcomes" value="fine=Fine" />
                          </camunda:properties></bpmn:extensionElements>
                          <bpmn:incoming>asMeantToMake</bpmn:incoming><bpmn:outgoing>legalToMake</bpmn:outgoing>
                        </bpmn:userTask>
                        <bpmn:sequenceFlow id="legalToMake" sourceRef="legalCheck" targetRef="make" />
                        <bpmn:parallelGateway id="make">""")
                .replace(
                        "<bpmn:incoming>asMeantToMake</bpmn:incoming>\n      <bpmn:outgoing>makeToWrite",
                        "<bpmn:incoming>legalToMake</bpmn:incoming>\n      <bpmn:outgoing>makeToWrite")
                .replace("sourceRef=\"asMeant\" targetRef=\"make\"", "sourceRef=\"asMeant\" targetRef=\"legalCheck\""));

        assertThat(found.same()).isEqualTo(2);
        assertThat(found.ways())
                .extracting(WhatIf.Group::kind, WhatIf.Group::names, WhatIfTest::size)
                .containsExactly(tuple("with", List.of("Legal check"), 8));
        assertThat(found.assumed())
                .extracting(WhatIf.Group::kind, WhatIf.Group::names, WhatIfTest::size)
                .containsExactly(tuple("task", List.of("Legal check", "Fine"), 8));
        assertThat(found.loads())
                .extracting(
                        WhatIf.Load::name,
                        WhatIf.Load::now,
                        WhatIf.Load::then,
                        load -> load.requests().size())
                .containsExactly(tuple("Ben Carter", 0, 8, 8), tuple("Maria Holt", 0, 8, 8));
        assertThat(found.running()).singleElement().satisfies(place -> {
            assertThat(place.at()).containsExactly("Approve the outline");
            assertThat(place.on()).containsExactly("Approve the outline");
            assertThat(place.requests()).hasSize(1);
        });
    }

    @Test
    void picturesBeforeTextIsAnotherOrderForThoseWhoWroteFirst() {
        WhatIf found = content(Pasts.content()
                .replace("<bpmn:outgoing>makeToWrite</bpmn:outgoing>\n", "")
                .replace("id=\"makeToWrite\" sourceRef=\"make\"", "id=\"makeToWrite\" sourceRef=\"illustrate\"")
                .replace(
                        "<bpmn:outgoing>illustrateToMade</bpmn:outgoing>", "<bpmn:outgoing>makeToWrite</bpmn:outgoing>")
                .replace("      <bpmn:incoming>illustrateToMade</bpmn:incoming>\n", "")
                .replace(
                        "<bpmn:sequenceFlow id=\"illustrateToMade\" sourceRef=\"illustrate\" targetRef=\"made\" />",
                        ""));

        assertThat(found.same()).isEqualTo(4);
        assertThat(found.ways())
                .extracting(WhatIf.Group::kind, WhatIf.Group::names, WhatIfTest::size)
                .containsExactly(tuple("earlier", List.of("Make the pictures", "Write the text"), 6));
        assertThat(found.loads()).isEmpty();
    }

    @Test
    void anAnswerThatIsNotThereAnyMoreIsSaidAndCounted() {
        WhatIf found = content(Pasts.content().replace(", withdraw=Withdraw*", ""));

        assertThat(found.same()).isEqualTo(9);
        assertThat(found.unplayed())
                .extracting(WhatIf.Group::kind, WhatIf.Group::names, WhatIfTest::size)
                .containsExactly(tuple("outcome", List.of("Approve the outline", "Withdraw"), 1));
    }

    @Test
    void anotherTeamTakesTheWorkOver() {
        WhatIf found = content(
                Pasts.content().replace("camunda:candidateGroups=\"design\"", "camunda:candidateGroups=\"audience\""));

        assertThat(found.same()).isEqualTo(10);
        assertThat(found.loads())
                .extracting(WhatIf.Load::name, WhatIf.Load::now, WhatIf.Load::then)
                .containsExactly(tuple("Ines Roth", 8, 0), tuple("Jonas Beck", 0, 8), tuple("Lea Winter", 8, 0));
    }

    @Test
    void fieldsThatNobodyWouldMissAreNamed() {
        String field = "          <camunda:formField id=\"audience\"";
        String content = Pasts.content();
        int from = content.indexOf(field);
        int to = content.indexOf("          <camunda:formField", from + 1);

        WhatIf found = content(content.substring(0, from) + content.substring(to));

        assertThat(found.same()).isEqualTo(10);
        assertThat(found.fields())
                .extracting(
                        WhatIf.Field::kind,
                        WhatIf.Field::label,
                        fields -> fields.answered().size())
                .containsExactly(
                        tuple("removed", "Who is it for?", 1),
                        tuple("unread", "When should it be out?", 0),
                        tuple("unread", "Which customer is it about?", 0),
                        tuple("unread", "Sources and files", 0));
    }

    @Test
    void aFieldThatIsRequiredNowIsAssumedAndWhatIsTooLongIsRefused() {
        String content = Pasts.content()
                .replace(
                        "<camunda:formField id=\"publishBy\" label=\"When should it be out?\" type=\"date\">",
                        "<camunda:formField id=\"publishBy\" label=\"When should it be out?\" type=\"date\"><camunda:validation><camunda:constraint name=\"required\" /></camunda:validation>");
        String first = "<camunda:constraint name=\"maxlength\" config=\"4000\" />";
        int at = content.indexOf(first);

        WhatIf found = content(
                content.substring(0, at) + first.replace("4000", "10") + content.substring(at + first.length()));

        assertThat(found.unplayed())
                .extracting(WhatIf.Group::kind, WhatIfTest::size)
                .containsExactly(tuple("brief", 9));
        assertThat(found.assumed()).singleElement().satisfies(group -> {
            assertThat(group.kind()).isEqualTo("field");
            assertThat(group.names().get(0)).isEqualTo("When should it be out?");
            assertThat(group.requests()).hasSize(1);
        });
    }

    @Test
    void aDecisionTableThatAsksForMoreSendsOthersToLegal() {
        WhatIf found = spend("10000", "5000");

        assertThat(found.requests()).hasSize(12);
        assertThat(found.ways())
                .extracting(WhatIf.Group::kind, WhatIf.Group::names, WhatIfTest::size)
                .containsExactly(tuple("with", List.of("Ask legal"), 5));
        assertThat(found.assumed()).extracting(WhatIf.Group::names).containsExactly(List.of("Ask legal", "Fine"));
        assertThat(found.other()).hasSize(5);
        assertThat(found.same()).isEqualTo(7);
        assertThat(found.loads())
                .extracting(WhatIf.Load::name, WhatIf.Load::now, WhatIf.Load::then)
                .containsExactly(tuple("Ben Carter", 2, 7), tuple("Maria Holt", 2, 7));
        assertThat(found.running()).as("the workflow itself stays").isEmpty();
    }

    @Test
    void oneEndsOtherwiseWhoIsNotAskedOfLegalAnyMore() {
        WhatIf found = spend("10000", "20000");

        assertThat(found.ways())
                .extracting(WhatIf.Group::kind, WhatIf.Group::names, WhatIfTest::size)
                .containsExactly(
                        tuple("without", List.of("Ask legal"), 2),
                        tuple("with", List.of("Spend it"), 1),
                        tuple("ending", List.of("refused by legal", "delivered"), 1));
        assertThat(found.loads())
                .as("who does it was said by a person: audience in the twelfth")
                .extracting(WhatIf.Load::name, WhatIf.Load::more)
                .containsExactly(tuple("Ben Carter", -2), tuple("Maria Holt", -2), tuple("Jonas Beck", 1));
    }

    @Test
    void requestsThatTheTableAnswersAlikeArePlayedOnce() {
        List<PastRequest> past = pastRequests.newest(Pasts.SPEND, 1_000, Set.of("doers"));

        Map<String, Course> played = rehearsals.playNow(pieces.deployed(Pasts.SPEND), rehearsal -> {
            Map<String, Course> kinds = new HashMap<>();
            assertThat(new Replay(rehearsal, Map.of(), () -> {}, kinds).of(past))
                    .hasSize(12)
                    .allMatch(course -> course.snag() == null);
            return kinds;
        });

        assertThat(played).as("little for web, little for audience, fine, no").hasSize(4);
    }

    @Test
    void nothingOfATrialIsLeft() {
        long versions = count("ACT_RE_PROCDEF");
        long requests = count("request");

        content(Pasts.content().replace("name=\"Write the text\"", "name=\"Write it\""));

        assertThat(count("ACT_RE_PROCDEF")).isEqualTo(versions);
        assertThat(count("ACT_GE_BYTEARRAY")).isPositive();
        assertThat(count("request")).isEqualTo(requests);
    }

    @Test
    void aWorkflowWithoutAPastHasNothingToTry() {
        Piece review = pieces.deployed("landing-page-update");

        WhatIf found = whatIfs.whatIf(new Trial(null, review, Map.of(), null, 200), () -> {});

        assertThat(found.requests()).isEmpty();
    }

    @Test
    void whatBreaksOffIsSaidToWhoeverWaitsForIt() {
        Piece broken = new Piece(
                Pasts.CONTENT,
                Map.of(),
                () -> {
                    throw new StackOverflowError();
                },
                Map.of());
        Trial trial = new Trial(broken, pieces.deployed(Pasts.CONTENT), Map.of(), null, 1);

        await().untilAsserted(() -> assertThatIllegalStateException().isThrownBy(() -> whatIfs.of(trial)));
    }

    @Test
    void onlyAsManyAsWantedAreTried() {
        List<RequestRef> heard = new ArrayList<>();
        byte[] file = Pasts.bytes(Pasts.content());

        WhatIf found =
                whatIfs.whatIf(trial(Pasts.CONTENT, Map.of("what-if-content.bpmn", file), 3), () -> heard.add(null));

        assertThat(found.requests()).hasSize(3);
        assertThat(heard).as("each in both versions").hasSize(6);
        assertThat(IntStream.of(0, 1, 3_000).map(Trial::within)).containsExactly(1, 1, 1_000);
    }

    private WhatIf content(String model) {
        return whatIfs.whatIf(trial(Pasts.CONTENT, Map.of("what-if-content.bpmn", Pasts.bytes(model)), 200), () -> {});
    }

    private WhatIf spend(String from, String to) {
        String table = Pasts.read(Pasts.FOLDER + "spend-level.dmn");
        assertThat(table).contains(from);
        return whatIfs.whatIf(
                trial(Pasts.SPEND, Map.of("spend-level.dmn", Pasts.bytes(table.replace(from, to))), 200), () -> {});
    }

    private Trial trial(String workflow, Map<String, byte[]> files, int requests) {
        return new Trial(
                pieces.deployed(workflow), pieces.with(workflow, List.copyOf(files.values())), files, null, requests);
    }

    private static int size(WhatIf.Group group) {
        return group.requests().size();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
