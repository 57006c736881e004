package dev.baton.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import dev.baton.models.Models;
import dev.baton.models.Workflow;
import dev.baton.requests.NewRequest;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.testkit.Dropped;
import dev.baton.testkit.OnPostgres;
import dev.baton.testkit.Visitor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The versions of a workflow on the bench, on both databases. */
abstract class VersionPagesContract extends TasksTest {

    private static final EmailAddress OLIVER = EmailAddress.of("oliver@example.com");
    private static final String HERE = "/bench/workflows/leaflet";

    @Autowired
    Models models;

    @Autowired
    ManualScheduler scheduler;

    private String xml = "";
    private Workflow first;

    @BeforeEach
    void firstVersion() throws IOException {
        xml = Files.readString(Path.of("src/test/resources/models/sign-off/sign-off.bpmn"))
                .replace("id=\"sign-off\"", "id=\"leaflet\"")
                .replace("name=\"Sign-off\"", "name=\"Leaflet\"")
                .replace("value=\"SIGN\"", "value=\"LEAFLET\"")
                .replace("name=\"addresses\" value=\"sign\"", "name=\"addresses\" value=\"leaflet\"")
                .replace("<camunda:property name=\"default\" value=\"true\" />", "");
        deploy(xml.replace("P5D", "P6D"));
        first = deploy(xml);
    }

    private Workflow deploy(String text) {
        Dropped.into(models, "leaflet.bpmn", text.getBytes(StandardCharsets.UTF_8));
        return workflows.byKey("leaflet").orElseThrow();
    }

    private Workflow changed(String text, String instead) {
        assertThat(xml).contains(text);
        return deploy(xml.replace(text, instead));
    }

    /** As the form of a page of theirs would. */
    private static Visitor.Answer posts(Visitor visitor, String address, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("_csrf", visitor.opens("/my").page().select("input[name=_csrf]").val());
        return visitor.posts(address, all);
    }

    private RequestRef leaflet() {
        return requests.open(NewRequest.of(first, "Leaflet", PETRA, "Petra Klein")
                        .with(Map.of("topic", "Leaflet"), List.of()))
                .ref();
    }

    @Test
    void theListSaysWhatEachVersionDoesDifferently() {
        leaflet();
        Workflow second = changed("Request changes*", "Ask for changes*");

        Element row = signedIn(NADIA)
                .opens(HERE + "/versions")
                .page()
                .select("tbody tr")
                .get(0);
        assertThat(row.text())
                .startsWith(second.version() + " newest")
                .contains("“Sign off the flyer”: the answer “Ask for changes” was called “Request changes”.");
        assertThat(row.select(".number").get(0).text()).isEqualTo("0");
    }

    @Test
    void anyTwoVersionsAreComparedInWordsAndOnTheDrawing() {
        Workflow second = changed("P1D", "P3D");

        Visitor.Answer page =
                signedIn(NADIA).opens(HERE + "/compare?from=" + first.version() + "&to=" + second.version());

        assertThat(page.page().select("main li").eachText())
                .contains("“Mend the flyer”: the time it gets is now 3 working days, was 1 working day.");
        assertThat(page.page().select("details[data-marks]").eachAttr("data-marks"))
                .containsExactly("added:;changed:print mend", "removed:;changed:print mend");
        assertThat(signedIn(NADIA)
                        .opens(HERE + "/versions/" + second.version() + "/diagram")
                        .body())
                .contains("P3D");
        assertThat(signedIn(NADIA)
                        .opens(HERE + "/versions/" + first.version() + "/file")
                        .body())
                .isEqualTo(xml);
        assertThat(signedIn(NADIA).opens(HERE + "/compare?from=999").status()).isEqualTo(404);
        assertThat(signedIn(NADIA).opens("/bench/workflows/nothing/versions").status())
                .isEqualTo(404);
    }

    @Test
    void oneVersionAloneIsComparedWithNothing() {
        Visitor.Answer page = signedIn(NADIA).opens("/bench/workflows/sign-off/compare");

        assertThat(page.page().text())
                .contains("There is only this version so far")
                .doesNotContain("differently");
        assertThat(page.page().select("main select")).isEmpty();
    }

    @Test
    void goingBackIsSeenBeforeItIsPressedAndMakesANewVersion() {
        leaflet();
        Workflow second = changed("Reject*", "Refuse*");
        Visitor nadia = signedIn(NADIA);

        Visitor.Answer asked = nadia.opens(HERE + "/versions/" + first.version() + "/back");
        assertThat(asked.page().text()).contains("was called “Refuse”");
        assertThat(workflows.byKey("leaflet").orElseThrow().version()).isEqualTo(second.version());

        Visitor.Answer list = nadia.presses("Go back to version " + first.version(), asked);
        Workflow third = workflows.byKey("leaflet").orElseThrow();
        assertThat(third.version()).isEqualTo(second.version() + 1);
        assertThat(workflows.task(third.definitionId(), "sign").outcomes())
                .anyMatch(outcome -> outcome.label().equals("Reject"));
        assertThat(list.page().select("tbody tr").get(0).text())
                .contains("by Nadia Brandt", "back to version " + first.version(), "was called “Refuse”");
    }

    @Test
    void whatWasDeployedMeanwhileIsNotTakenBackUnseen() {
        changed("Reject*", "Refuse*");
        Visitor nadia = signedIn(NADIA);
        Visitor.Answer asked = nadia.opens(HERE + "/versions/" + first.version() + "/back");
        Workflow third = changed("Reject*", "Decline*");

        Visitor.Answer again = nadia.presses("Go back to version " + first.version(), asked);

        assertThat(again.page().text()).contains("Somebody deployed another version", "was called “Decline”");
        assertThat(workflows.byKey("leaflet").orElseThrow().version()).isEqualTo(third.version());
    }

    @Test
    void aDecisionTableHasVersionsThatAreComparedAndGoneBackTo() throws IOException {
        String table = Files.readString(Path.of("bpmn/triage.dmn"));
        String here = "/bench/decisions/triage";
        Dropped.into(models, "triage.dmn", table.replace("Region", "Area").getBytes(StandardCharsets.UTF_8));
        Dropped.into(models, "triage.dmn", table.getBytes(StandardCharsets.UTF_8));
        Visitor nadia = signedIn(NADIA);

        Visitor.Answer list = nadia.opens(here + "/versions");
        Element newest = list.page().select("tbody tr").get(0);
        int number = Integer.parseInt(newest.select("th span").text());
        assertThat(newest.text()).contains("Region").doesNotContain("Move its requests");
        assertThat(list.page().select("thead th")).hasSize(4);
        assertThat(nadia.opens("/bench").page().select("a[href='" + here + "/versions']"))
                .hasSize(1);
        assertThat(nadia.opens(here + "/compare").page().text()).contains("Area");
        assertThat(nadia.opens(here + "/versions/" + number + "/file").body()).isEqualTo(table);

        Visitor.Answer asked = nadia.opens(here + "/versions/" + (number - 1) + "/back");
        assertThat(asked.page().text()).contains("also for requests that run", "Area");
        Visitor.Answer after = nadia.presses("Go back to version " + (number - 1), asked);
        assertThat(after.page().select("tbody tr").get(0).text())
                .startsWith(number + 1 + " newest")
                .contains("by Nadia Brandt", "back to version " + (number - 1));
        assertThat(signedIn(LEA).opens(here + "/versions").status()).isEqualTo(403);
        assertThat(nadia.opens("/bench/decisions/nothing/versions").status()).isEqualTo(404);
        assertThat(nadia.opens("/bench/workflows/triage/versions").status()).isEqualTo(404);
    }

    @Test
    void thePlanSaysWhoGoesWhereAndAPressMovesThem() {
        RequestRef signing = leaflet();
        RequestRef mending = leaflet();
        HandOver toTom = held(signing, TOM);
        press(held(mending, TOM), "changes", "The price.");
        Workflow second = deploy(xml.replace("\"mend\"", "\"mendIt\"")
                .replace("name=\"Mend the flyer\"", "name=\"Mend it\"")
                .replace("dueDate=\"P2D\"", "dueDate=\"P4D\""));
        Visitor nadia = signedIn(NADIA);

        Visitor.Answer plan = nadia.opens(HERE + "/move?from=" + first.version() + "&step.mend=");
        assertThat(plan.page().select("tbody tr").eachText())
                .anyMatch(row -> row.startsWith("Sign off the flyer Sign off the flyer") && row.contains("" + signing))
                .anyMatch(row -> row.startsWith("Mend the flyer stay: No step of the new version takes the work of"
                                + " “Mend the flyer”.")
                        && row.contains("" + mending));

        Visitor.Answer chosen =
                nadia.opens(HERE + "/move?from=" + first.version() + "&to=" + second.version() + "&step.mend=mendIt");
        assertThat(chosen.page().select("tbody tr").eachText())
                .anyMatch(row -> row.startsWith("Mend the flyer Mend it"));
        String button = chosen.page().select("form[method=post] button").stream()
                .map(Element::text)
                .filter(text -> text.startsWith("Move "))
                .findFirst()
                .orElseThrow();
        Visitor.Answer moving = nadia.presses(button, chosen);
        assertThat(moving.heading()).startsWith("Requests move from version " + first.version());
        assertThat(moving.page().select("[hx-get]")).isNotEmpty();
        scheduler.runAnyDueExecutions();

        Visitor.Answer moved = nadia.opens(moving.at().getPath());
        assertThat(moved.heading()).startsWith("Requests moved from version " + first.version());
        assertThat(moved.page().select("[hx-get]")).isEmpty();
        assertThat(requests.get(signing).definitionId()).isEqualTo(second.definitionId());
        assertThat(openTask(mending).key()).isEqualTo("mendIt");
        assertThat(answers(TOM, toTom, "Approve").decided()).isTrue();
        assertThat(nadia.opens("/requests/" + signing).status()).isEqualTo(200);
    }

    @Test
    void whatCannotGoIsNamedAndStays() {
        RequestRef signing = leaflet();
        Workflow second = deploy(xml.replace("\"sign\"", "\"signIt\"").replace("Sign off the flyer", "Look at it"));
        Visitor nadia = signedIn(NADIA);
        String plan = HERE + "/move?from=" + first.version() + "&to=" + second.version();

        assertThat(nadia.opens(plan).page().select("form[method=post] button").eachText())
                .noneMatch(button -> button.startsWith("Move "));
        Visitor.Answer moving = posts(
                nadia,
                HERE + "/move",
                Map.of("from", "" + first.version(), "to", "" + second.version(), "step.sign", "which", "step.x", "y"));
        scheduler.runAnyDueExecutions();

        assertThat(nadia.opens(moving.at().getPath()).page().select("tbody tr").eachText())
                .contains(signing + " “Sign off the flyer” is a step of another kind in the new version.");
        assertThat(requests.get(signing).definitionId()).isEqualTo(first.definitionId());
    }

    @Test
    void twoPeopleWhoMoveTheSameAtOnceMoveItOnce() throws Exception {
        RequestRef signing = leaflet();
        Workflow second = changed("dueDate=\"P2D\"", "dueDate=\"P4D\"");
        Visitor nadia = signedIn(NADIA);
        Visitor alex = signedIn(EmailAddress.of("admin@example.com"));
        Map<String, String> wanted = Map.of("from", "" + first.version(), "to", "" + second.version());

        List<String> both = atOnce(
                () -> posts(nadia, HERE + "/move", wanted).at().getPath(),
                () -> posts(alex, HERE + "/move", wanted).at().getPath());
        scheduler.runAnyDueExecutions();

        assertThat(both.get(0)).startsWith("/bench/moves/").isEqualTo(both.get(1));
        assertThat(requests.get(signing).definitionId()).isEqualTo(second.definitionId());
    }

    @Test
    void aVersionIsNotMovedToItself() {
        leaflet();

        Visitor.Answer told = posts(
                signedIn(NADIA), HERE + "/move", Map.of("from", "" + first.version(), "to", "" + first.version()));

        assertThat(told.page().text()).contains("Choose two different versions");
    }

    @Test
    void whoDoesNotOwnTheWorkflowMayLookAndChangesNothing() {
        Workflow second = changed("Reject*", "Refuse*");
        Visitor oliver = signedIn(OLIVER);
        Map<String, String> newest = Map.of("newest", "" + second.version());

        assertThat(oliver.opens(HERE + "/versions").page().text()).contains("Only the owner");
        assertThat(oliver.opens(HERE + "/versions/" + first.version() + "/back")
                        .page()
                        .select("main form[method=post]"))
                .isEmpty();
        assertThat(posts(oliver, HERE + "/versions/" + first.version() + "/back", newest)
                        .status())
                .isEqualTo(403);
        assertThat(posts(oliver, HERE + "/move", Map.of("from", "1", "to", "2")).status())
                .isEqualTo(403);
        assertThat(signedIn(LEA).opens(HERE + "/versions").status()).isEqualTo(403);
        assertThat(workflows.byKey("leaflet").orElseThrow().version()).isEqualTo(second.version());
    }
}

class VersionPagesOnH2Test extends VersionPagesContract {}

@OnPostgres
class VersionPagesOnPostgresTest extends VersionPagesContract {}
