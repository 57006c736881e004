package dev.baton.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.engine.Deployments;
import dev.baton.engine.Processes;
import dev.baton.engine.UserTasks;
import dev.baton.engine.spi.OpenTask;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.testkit.BatonTest;
import dev.baton.testkit.Dropped;
import dev.baton.testkit.OnPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

/** The workflows in {@code bpmn/}: checked, deployed, listed, and followed to each of their endings. */
@BatonTest
@ContextConfiguration(classes = OnlyModels.class)
abstract class WorkflowsContract {

    private static final EmailAddress SOMEBODY = EmailAddress.of("nadia@example.com");
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Map<String, Object> CAMPAIGN =
            Map.of("kind", "launch", "goal", "200 registrations", "launchDate", "2026-04-01", "urgency", "urgent");

    @Autowired
    Workflows workflows;

    @Autowired
    ModelFiles files;

    @Autowired
    Models models;

    @Autowired
    Diagram diagram;

    @Autowired
    Processes processes;

    @Autowired
    Deployments deployments;

    @Autowired
    UserTasks tasks;

    @Autowired
    OnlyModels.Office office;

    private RequestRef request = RequestRef.of("TEST-1");

    private String newest(String workflow) {
        return deployments.versionsOf(workflow).get(0).id();
    }

    @BeforeEach
    void newRequest() {
        request = RequestRef.of("TEST-" + NUMBER.incrementAndGet());
        office.open.clear();
        office.votes.clear();
        office.settled.clear();
    }

    @Test
    void everyFileOfOursPassesWithoutAWord() {
        assertThat(files.all())
                .extracting(ModelFile::name)
                .contains("campaign-launch.bpmn", "review.bpmn", "triage.dmn", "request-triage.bpmn");
        assertThat(files.all()).flatExtracting(file -> file.report().findings()).isEmpty();
    }

    @Test
    void theCatalogueHoldsWhatRequestsCanFollow() {
        assertThat(workflows.all())
                .extracting(Workflow::key)
                .containsExactlyInAnyOrder(
                        "campaign-launch",
                        "landing-page-update",
                        "content-production",
                        "reporting-request",
                        "request-triage");
        Workflow launch = workflows.byKey("campaign-launch").orElseThrow();
        assertThat(launch.name()).isEqualTo("Campaign launch");
        assertThat(launch.prefix()).isEqualTo("LAUNCH");
        assertThat(launch.owner()).isEqualTo("nadia@example.com");
        assertThat(launch.promise()).isEqualTo("P15D");
        assertThat(workflows.byAddress("Launch")).contains(launch);
        assertThat(workflows.byAddress("campaign-launch")).contains(launch);
        assertThat(workflows.byAddress("nowhere")).isEmpty();
        assertThat(workflows.defaultWorkflow().key()).isEqualTo("request-triage");
        assertThat(workflows.version(launch.definitionId())).contains(launch);
    }

    @Test
    void theWordsOfAMailSpeakForAWorkflow() {
        assertThat(workflows.guess("There is a typo on our landing page"))
                .map(Workflow::key)
                .contains("landing-page-update");
        assertThat(workflows.guess("Numbers of the spring? A report would do."))
                .map(Workflow::key)
                .contains("reporting-request");
        assertThat(workflows.guess("Lunch on Friday?")).isEmpty();
    }

    @Test
    void aTaskIsReadFromItsVersion() {
        String definition = workflows.byKey("campaign-launch").orElseThrow().definitionId();

        TaskDetails check = workflows.task(definition, "checkBrief");

        assertThat(check.name()).isEqualTo("Check the brief");
        assertThat(check.help()).startsWith("Can the teams start");
        assertThat(check.result()).isEqualTo("briefCheck");
        assertThat(check.outcomes())
                .containsExactly(
                        new Outcome("accept", "Accept", false),
                        new Outcome("ask", "Ask for more", true),
                        new Outcome("decline", "Decline", true));
        assertThatThrownBy(() -> workflows.task(definition, "nothing")).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void theDiagramIsAlsoAListOfSteps() {
        String definition = workflows.byKey("campaign-launch").orElseThrow().definitionId();

        assertThat(diagram.steps(definition))
                .extracting(Diagram.Step::name)
                .startsWith("Decide owner and promise", "Check the brief")
                .contains("Legal and brand review", "Delivered");
        assertThat(diagram.xml(definition)).contains("BPMNDiagram");
    }

    @Test
    void aCampaignGoesThroughAllHandsToDelivery() {
        processes.start(newest("campaign-launch"), request, CAMPAIGN);
        assertThat(office.settled)
                .containsEntry("owner", "nadia@example.com")
                .containsEntry("team", "marketing")
                .containsEntry("promise", "P10D");

        press("Check the brief", "ask");
        press("Answer the questions", "done");
        press("Check the brief", "accept");
        assertThat(waiting()).containsExactlyInAnyOrder("Write the copy", "Draft the look", "Build the audience list");
        press("Build the audience list", "done");
        press("Write the copy", "done");
        assertThat(waiting()).containsExactly("Draft the look");
        press("Draft the look", "done");
        press("Finish the design", "done");

        assertThat(office.open)
                .extracting(OpenTask::assignee)
                .containsExactlyInAnyOrder("maria@example.com", "oliver@example.com", "nadia@example.com");
        vote("approve", "changes", "approve");
        assertThat(office.open.get(0).groups()).containsExactlyInAnyOrder("copy", "design");
        press("Make the changes", "done");
        vote("approve", "approve", "approve");

        press("Check before launch", "mend");
        press("Mend what is missing", "done");
        press("Check before launch", "go");
        assertThat(office.open.get(0).dueAt()).isNotNull();
        press("Launch", "done");
        assertThat(ending()).isEqualTo("delivered");
    }

    @Test
    void aRejectionInReviewEndsEverythingElse() {
        processes.start(newest("campaign-launch"), request, CAMPAIGN);
        press("Check the brief", "accept");
        press("Draft the look", "done");
        press("Write the copy", "done");
        press("Finish the design", "done");
        assertThat(waiting()).contains("Build the audience list");

        office.votes.put("reject", 1);
        press("Review the work", "reject");

        assertThat(ending()).isEqualTo("rejected in review");
        assertThat(office.open).isEmpty();
    }

    @Test
    void aDeclinedBriefIsClosedWithItsReason() {
        processes.start(
                newest("campaign-launch"), request, Map.of("kind", "other", "goal", "?", "launchDate", "2026-04-01"));
        assertThat(office.settled).containsEntry("promise", "P15D");
        press("Check the brief", "decline");
        assertThat(ending()).isEqualTo("declined at the brief check");
    }

    @Test
    void aPageWithClaimsIsSeenByLegal() {
        processes.start(
                newest("landing-page-update"),
                request,
                Map.of("page", "https://x.example", "change", "New", "claims", true));
        press("Change the page", "done");
        assertThat(office.open).extracting(OpenTask::assignee).containsExactly("maria@example.com");
        vote("approve");
        press("Look at the page", "changes");
        press("Change the page", "done");
        vote("approve");
        press("Look at the page", "approve");
        press("Publish the page", "done");
        assertThat(ending()).isEqualTo("delivered");
    }

    @Test
    void aPageWithoutClaimsGoesStraightToTheRequester() {
        processes.start(newest("landing-page-update"), request, Map.of("page", "https://x.example", "change", "Typo"));
        press("Change the page", "ask");
        press("Answer a question", "done");
        press("Change the page", "done");
        assertThat(office.open).extracting(OpenTask::assignee).containsExactly("rita@example.com");
        press("Look at the page", "withdraw");
        assertThat(ending()).isEqualTo("withdrawn by the requester");
    }

    @Test
    void contentIsOutlinedMadeReviewedAndPublished() {
        processes.start(newest("content-production"), request, Map.of("kind", "article", "message", "We are quick"));
        press("Write the outline", "done");
        press("Approve the outline", "changes");
        press("Write the outline", "done");
        press("Approve the outline", "approve");
        press("Make the pictures", "done");
        press("Write the text", "done");
        vote("approve", "approve");
        press("Publish it", "done");
        assertThat(ending()).isEqualTo("delivered");
    }

    @Test
    void aReportIsCheckedByASecondPerson() {
        processes.start(newest("reporting-request"), request, Map.of("question", "How many?", "decision", "Budget"));
        press("Check the question", "accept");
        press("Build the report", "done");
        assertThat(office.open).extracting(OpenTask::assignee).containsExactly("priya@example.com");
        press("Check the numbers", "changes");
        press("Build the report", "done");
        press("Check the numbers", "approve");
        press("Read the report", "changes");
        press("Build the report", "done");
        press("Check the numbers", "approve");
        press("Read the report", "approve");
        assertThat(ending()).isEqualTo("delivered");
    }

    @Test
    void anythingElseIsReadByAPerson() {
        processes.start(newest("request-triage"), request, Map.of());
        press("Decide what to do", Map.of("decision", "give", "doers", "web"));
        assertThat(office.open).extracting(OpenTask::groups).containsExactly(List.of("web"));
        press("Do the work", Map.of("worked", "done"));
        assertThat(ending()).isEqualTo("delivered");
    }

    @Test
    void theSameFileMakesNoNewVersionAndAChangedOneDoes() throws Exception {
        byte[] review = Files.readAllBytes(Path.of("bpmn/review.bpmn"));
        assertThat(Dropped.into(models, "review.bpmn", review).versions()).isEmpty();

        byte[] slower = new String(review, java.nio.charset.StandardCharsets.UTF_8)
                .replace("P2D", "P3D")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Deployed changed = Dropped.into(models, "review.bpmn", slower);

        assertThat(changed.report().deployable()).isTrue();
        assertThat(changed.versions()).hasSize(1);
        assertThat(models.versions())
                .filteredOn(version -> version.key().equals("review"))
                .hasSize(changed.versions().get(0).version());
    }

    private List<String> waiting() {
        return office.open.stream().map(OpenTask::name).toList();
    }

    private String ending() {
        return office.endings.get(request.toString());
    }

    private void press(String name, String outcome) {
        OpenTask task = office.open.stream()
                .filter(open -> open.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("'" + name + "' is not among " + waiting()));
        String result = workflows.task(task.definitionId(), task.key()).result();
        tasks.complete(task.id(), SOMEBODY, Map.of(result, outcome));
    }

    private void press(String name, Map<String, String> answers) {
        OpenTask task = office.open.get(0);
        assertThat(task.name()).isEqualTo(name);
        tasks.complete(task.id(), SOMEBODY, new HashMap<>(answers));
    }

    private void vote(String... outcomes) {
        office.votes.clear();
        for (String outcome : outcomes) {
            office.votes.merge(outcome, 1, Integer::sum);
            press("Review the work", outcome);
        }
    }
}

class WorkflowsOnH2Test extends WorkflowsContract {}

@OnPostgres
class WorkflowsOnPostgresTest extends WorkflowsContract {}
