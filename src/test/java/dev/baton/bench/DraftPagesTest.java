package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.Deployments;
import dev.baton.models.BadFiles;
import dev.baton.models.ModelVersion;
import dev.baton.models.ModelVersions;
import dev.baton.models.Models;
import dev.baton.models.Way;
import dev.baton.testkit.Browser;
import dev.baton.testkit.ChosenFile;
import dev.baton.testkit.Dropped;
import dev.baton.testkit.Visitor;
import dev.baton.testkit.Visitor.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** A process owner uploads, reads what is wrong, and deploys. */
class DraftPagesTest extends BenchTest {

    @Autowired
    Models models;

    @Autowired
    ModelVersions versions;

    @Autowired
    Deployments deployments;

    @Test
    void anOwnerUploadsReadsAndDeploys() {
        Visitor nadia = signedIn(NADIA);
        assertThat(signedIn("sam@example.com").opens("/bench").page().text())
                .contains("What you check will be listed here");

        Answer draft = uploads(nadia, file("stand.bpmn", workflow("stand", "STAND")));
        assertThat(draft.at().getPath()).startsWith("/bench/drafts/");
        assertThat(draft.page().text()).contains("Nothing to mend.", "is new");
        assertThat(deployments.newestProcess("stand"))
                .as("checking deploys nothing")
                .isEmpty();

        Answer deployed = nadia.presses("Deploy", draft, Map.of("comment", "For the spring fair"));
        assertThat(deployed.status()).isEqualTo(200);
        assertThat(deployed.page().select("[role=status]").text()).contains("It is deployed", "version 1");
        assertThat(deployed.page().select("button:contains(Deploy)")).isEmpty();
        assertThat(versions.of("stand")).singleElement().satisfies(version -> {
            assertThat(version.author()).isEqualTo(NADIA);
            assertThat(version.comment()).isEqualTo("For the spring fair");
            assertThat(version.way()).isEqualTo(Way.PAGE);
        });
        assertThat(nadia.opens("/bench").page().text()).contains("stand.bpmn");
        assertThat(nadia.opens(draft.at().getPath()).page().text()).contains("Just this is deployed already");
    }

    @Test
    void everyFindingSaysWhereAndWhatToDoAndMayNotBeDeployed() {
        Visitor nadia = signedIn(NADIA);
        String broken = workflow("poster", "POSTER").replaceFirst("camunda:dueDate=\"[^\"]*\"", "");

        Answer draft = uploads(nadia, file("poster.bpmn", broken));

        assertThat(draft.page().select(".findings li").get(0).text())
                .startsWith("Must be mended:")
                .contains("due date", "line ");
        assertThat(draft.page().select(".findings a[data-shows]").attr("href")).isEqualTo("#diagram-0");
        assertThat(draft.page().select("details[data-marks]").attr("data-marks"))
                .contains("error.1:"
                        + draft.page().select(".findings a[data-shows]").attr("data-shows"));
        assertThat(draft.page().select("button:contains(Deploy)")).isEmpty();
        String says = draft.page().select(".diagram-paper").attr("aria-label");
        assertThat(says).contains("From left to right: ", "Must be mended: ");
        Element picture =
                Jsoup.parse(draft.page().select("noscript:has(img)").html()).selectFirst("img");
        assertThat(picture.attr("alt")).isEqualTo(says);
        assertThat(nadia.opens(picture.attr("src")).body()).startsWith("<svg").contains(">!<");
        assertThat(nadia.opens(picture.attr("src").replace("/0.svg", "/7.svg")).status())
                .isEqualTo(404);
        assertThat(nadia.posts(draft.at().getPath() + "/deploy", csrf(draft))
                        .page()
                        .text())
                .contains("Nothing was deployed");
        assertThat(deployments.newestProcess("poster")).isEmpty();
    }

    @Test
    void filesThatBelongTogetherAreCheckedAndDeployedTogether() {
        Visitor nadia = signedIn(NADIA);
        String caller = workflow("banner", "BANNER").replace("calledElement=\"review\"", "calledElement=\"glance\"");
        String called = ours("review").replace("\"review\"", "\"glance\"");

        Answer alone = uploads(nadia, file("banner.bpmn", caller));
        assertThat(alone.page().text()).contains("glance");
        assertThat(alone.page().select("button:contains(Deploy)")).isEmpty();

        Answer both = uploads(nadia, file("banner.bpmn", caller), file("glance.bpmn", called));
        nadia.presses("Deploy", both);

        assertThat(Stream.of("banner", "glance")
                        .flatMap(key -> versions.of(key).stream())
                        .map(ModelVersion::deployment)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void aModelIsPastedInItsOwnEncoding() {
        Visitor nadia = signedIn(NADIA);
        String latin = workflow("umlaut", "UMLAUT")
                .replaceFirst("encoding=\"[^\"]*\"", "encoding=\"ISO-8859-1\"")
                .replaceFirst("(<bpmn:process [^>]*name=)\"[^\"]*\"", "$1\"Bücher\"");

        Answer draft = nadia.presses("Check", nadia.opens("/bench"), Map.of("text", latin), List.of());

        assertThat(draft.heading()).isEqualTo("umlaut.bpmn");
        assertThat(draft.page().text()).contains("“Bücher” is new");
        assertThat(nadia.downloads(draft.at().getPath() + "/files/0"))
                .isEqualTo(latin.strip().getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void whatIsNoModelGetsAPlainAnswer() {
        Visitor nadia = signedIn(NADIA);

        assertThat(nadia.presses("Check", nadia.opens("/bench"), Map.of(), List.of())
                        .page()
                        .text())
                .contains("There is nothing to check yet");
        assertThat(uploads(nadia, file("photo.png", "PNG")).page().text()).contains("photo.png is neither");
        assertThat(uploads(nadia, file("zip.bpmn", "PK\u0003\u0004")).page().text())
                .contains("ZIP");
        assertThat(uploads(nadia, file("large.bpmn", " ".repeat(Models.LARGEST + 10)))
                        .page()
                        .text())
                .contains("larger than");
        assertThat(uploads(nadia, file("<script>.bpmn", "<a/>")).page().text()).contains("must be mended");
        assertThat(nadia.opens("/bench/drafts/nothing").status()).isEqualTo(404);
    }

    @Test
    void badFilesAreShownWithWhatMustBeMended() {
        Visitor nadia = signedIn(NADIA);

        BadFiles.all().forEach((name, bytes) -> {
            Answer draft = uploads(nadia, new ChosenFile("files", name, "text/xml", bytes));
            assertThat(draft.status()).as(name).isEqualTo(bytes.length == 0 ? 422 : 200);
            assertThat(draft.page().text())
                    .as(name)
                    .containsAnyOf("must be mended", "nothing to check yet")
                    .doesNotContain("Exception");
        });
    }

    @Test
    void whateverItIsCalledAndHoweverMuchItIsThereIsAPlainAnswer() {
        Visitor nadia = signedIn(NADIA);

        Answer named = uploads(nadia, file("x.xml", workflow("k".repeat(300), "LONG")));
        assertThat(named.status()).isEqualTo(200);
        assertThat(named.heading()).isEqualTo("model.bpmn");
        assertThat(named.page().text()).contains("must be mended");

        byte[] much = new byte[50_000_000];
        Arrays.fill(much, (byte) ' ');
        Answer tooMuch = uploads(nadia, new ChosenFile("files", "much.bpmn", "text/xml", much));
        assertThat(tooMuch.status()).isEqualTo(413);
        assertThat(tooMuch.page().text()).contains("26 MB");

        Answer pasted = nadia.presses(
                "Check", nadia.opens("/bench"), Map.of("text", "<a>" + "x".repeat(3_000_000) + "</a>"), List.of());
        assertThat(pasted.page().text()).contains("larger than");
        Answer tooLong =
                nadia.presses("Check", nadia.opens("/bench"), Map.of("text", "x".repeat(12_000_000)), List.of());
        assertThat(tooLong.status()).isEqualTo(413);
    }

    @Test
    void onlyWhoOwnsTheWorkflowReplacesIt() {
        String changed = workflow("leaf", "LEAF");
        Dropped.into(models, "leaf.bpmn", utf8(changed));
        Visitor stranger = signedIn(OLIVER);

        Answer draft = uploads(stranger, file("leaf.bpmn", changed.replaceFirst("\"P(\\d)D\"", "\"P9D\"")));

        assertThat(draft.page().select("button:contains(Deploy)")).isEmpty();
        assertThat(draft.page().text()).contains("only they and admins deploy");
        assertThat(stranger.posts(draft.at().getPath() + "/deploy", csrf(draft)).status())
                .isEqualTo(422);
        assertThat(versions.of("leaf")).hasSize(1);
        assertThat(signedIn(INES).opens(draft.at().getPath()).status()).isEqualTo(403);
    }

    @Test
    void ownersTakeStepsAndABeginningAlongToModeler() {
        Visitor nadia = signedIn(NADIA);

        String steps = new String(nadia.downloads("/bench/templates"), StandardCharsets.UTF_8);
        assertThat(new JsonMapper().readTree(steps).values())
                .extracting(step -> step.get("id").asString())
                .contains("dev.baton.workflow", "dev.baton.approval", "dev.baton.wait");

        byte[] begun = nadia.downloads("/bench/start?name=Trade%20fair%20%26%20stand");
        Answer draft = uploads(nadia, file("trade-fair-stand.bpmn", new String(begun, StandardCharsets.UTF_8)));
        assertThat(draft.page().text()).contains("Nothing to mend.", "“Trade fair & stand” is new");
        assertThat(nadia.opens("/bench/guide/newsletter.bpmn").status()).isEqualTo(200);
        assertThat(nadia.opens("/bench/guide/process-owners.md").status()).isEqualTo(404);
        for (String page :
                List.of("/bench/templates", "/bench/start", "/bench/guide", "/bench/guide/newsletter.bpmn")) {
            assertThat(signedIn(INES).opens(page).status()).as(page).isEqualTo(403);
        }
    }

    @Test
    void aDraftSaysWhatItChanges() {
        Visitor admin = signedIn("admin@example.com");
        Dropped.into(models, "leaflet.bpmn", utf8(workflow("leaflet", "LEAFLET")));

        Answer draft = uploads(
                admin, file("leaflet.bpmn", workflow("leaflet", "LEAFLET").replaceFirst("\"P(\\d)D\"", "\"P9D\"")));

        assertThat(draft.page().select("#deploy li").text()).contains("becomes version 2", "is now 9 working days");
    }

    @Test
    void whoeverLookedTooLongIsToldWhatCameMeanwhile() {
        Visitor admin = signedIn("admin@example.com");
        String first = workflow("late", "LATE");
        Answer draft = uploads(admin, file("late.bpmn", first.replaceFirst("\"P(\\d)D\"", "\"P8D\"")));
        Dropped.into(models, "late.bpmn", utf8(first));

        Answer told = admin.presses("Deploy", draft, Map.of("comment", "Longer"));

        assertThat(told.status()).isEqualTo(422);
        assertThat(told.page().select("[role=alert]").text()).contains("While you looked at it", "version 1");
        assertThat(told.page().select("input[name=comment]").val()).isEqualTo("Longer");
        admin.presses("Deploy", told);
        assertThat(deployments.versionsOf("late")).hasSize(2);
    }

    @Test
    void theBenchReadsWellAndLeadsToTheElementOnTheDiagram() {
        Visitor nadia = signedIn(NADIA);
        String broken = ours("campaign-launch")
                .replaceFirst("camunda:dueDate=\"[^\"]*\"", "")
                .replaceFirst("name=\"help\" value=\"[^\"]*\"", "name=\"help\" value=\"\"");
        String path = uploads(nadia, file("campaign-launch.bpmn", broken)).at().getPath();
        try (Browser browser = Browser.at(port)) {
            browser.open("/sign-in").fill("Your mail address", NADIA).click("Send me a link");
            browser.open(signInLink().replaceFirst("http://[^/]*", "")).click("Sign in");
            browser.open("/bench").readsWellEverywhere();

            browser.open(path);
            browser.waitFor(".diagram-paper svg .diagram-error");
            browser.pictures(Path.of("target", "pictures"), "draft").readsWellEverywhere();
            browser.runs("document.querySelector('a[data-shows]').click()");
            browser.waitFor(".diagram-paper svg .diagram-shown");
        }
    }

    private static Map<String, String> csrf(Answer page) {
        return Map.of("_csrf", page.page().select("input[name=_csrf]").val());
    }

    private static ChosenFile file(String name, String text) {
        return new ChosenFile("files", name, "application/octet-stream", utf8(text));
    }

    private static Answer uploads(Visitor visitor, ChosenFile... files) {
        return visitor.presses("Check", visitor.opens("/bench"), Map.of("text", ""), List.of(files));
    }
}
