package dev.baton.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.DefinitionVersion;
import dev.baton.engine.Deployments;
import dev.baton.engine.Processes;
import dev.baton.engine.UserTasks;
import dev.baton.engine.spi.OpenTask;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.testkit.BatonTest;
import dev.baton.testkit.OnPostgres;
import dev.baton.testkit.SettableClock;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

/** Several files at once, several people at once, and what is left behind. */
@BatonTest
@ContextConfiguration(classes = OnlyModels.class)
abstract class DeployingContract {

    private static final Author FOLDER = Author.folder();

    @Autowired
    Models models;

    @Autowired
    ModelVersions versions;

    @Autowired
    Deployments deployments;

    @Autowired
    Workflows workflows;

    @Autowired
    People people;

    @Autowired
    Processes processes;

    @Autowired
    UserTasks tasks;

    @Autowired
    OnlyModels.Office office;

    @Autowired
    SettableClock clock;

    @Test
    void filesOfOneDeploymentKnowEachOther() {
        Deployed deployed = models.deploy(
                List.of(caller("all-a", "ALLA", "all-b"), file("all-b", "ALLB")),
                by("nadia@example.com"),
                "Both at once");

        assertThat(deployed.isDone()).as("%s", deployed).isTrue();
        assertThat(deployed.versions()).extracting(DefinitionVersion::key).containsExactlyInAnyOrder("all-a", "all-b");
        assertThat(versions.of("all-a")).singleElement().satisfies(version -> {
            assertThat(version.author()).isEqualTo("nadia@example.com");
            assertThat(version.comment()).isEqualTo("Both at once");
            assertThat(version.way()).isEqualTo(Way.PAGE);
            assertThat(version.deployment()).isEqualTo(deployed.deployment());
            assertThat(version.deployedAt()).isEqualTo(clock.instant());
        });
    }

    @Test
    void oneBrokenFileKeepsAllBack() {
        SourceFile broken = new SourceFile(
                "none-b.bpmn",
                drawing("none-b", "NONEB").with("camunda:dueDate=\"P2D\"", "").bytes());
        Deployed deployed = models.deploy(List.of(file("none-a", "NONEA"), broken), FOLDER, "");

        assertThat(deployed.isDone()).isFalse();
        assertThat(deployed.deployment()).isNull();
        assertThat(deployed.files())
                .extracting(file -> file.report().deployable())
                .containsExactly(true, false);
        assertThat(deployments.newestProcess("none-a")).isEmpty();
    }

    @Test
    void whatOnlyTheEngineRefusesKeepsAllBackToo() {
        Object before = deployments.stamp();
        SourceFile odd = new SourceFile("odd.dmn", """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="odd-d" name="odd" namespace="t">
                  <decision id="odd" name="Odd"><literalExpression id="l"><text>if if if (</text></literalExpression>
                    <literalExpression id="m"><text>1</text></literalExpression></decision>
                </definitions>
                """.getBytes(StandardCharsets.UTF_8));

        Deployed deployed = models.deploy(List.of(file("odd-a", "ODDA"), odd), FOLDER, "");

        assertThat(deployed.isDone()).isFalse();
        assertThat(deployed.files().get(0).report().deployable()).isTrue();
        assertThat(deployed.files().get(1).report().deployable()).isFalse();
        assertThat(deployments.stamp()).isEqualTo(before);
        assertThat(deployments.newestProcess("odd-a")).isEmpty();
    }

    @Test
    void theSameBytesMakeNoNewVersionWhateverTheFileIsCalled() {
        SourceFile file = file("same", "SAME");
        models.deploy(List.of(file), FOLDER, "");

        Deployed again = models.deploy(List.of(new SourceFile("other-name.bpmn", file.bytes())), FOLDER, "");
        Deployed beside = models.deploy(List.of(file, file("same-beside", "SAMEB")), FOLDER, "");

        assertThat(again.isDone()).isTrue();
        assertThat(again.versions()).isEmpty();
        assertThat(again.deployment()).isNull();
        assertThat(beside.versions()).extracting(DefinitionVersion::key).containsExactly("same-beside");
        assertThat(versions.of("same")).hasSize(1);
    }

    @Test
    void whatWasThereBeforeIsThereAgainAfterGoingBack() {
        SourceFile first = file("went-back", "BACK");
        models.deploy(List.of(first), FOLDER, "");
        models.deploy(List.of(slower(first)), FOLDER, "");

        Deployed back = models.deploy(List.of(first), FOLDER, "Back to version 1");

        assertThat(back.versions()).extracting(DefinitionVersion::version).containsExactly(3);
        assertThat(deployments.bytes(back.versions().get(0).id())).isEqualTo(first.bytes());
    }

    @Test
    void onlyTheOwnerAndAdminsReplaceAWorkflow() {
        SourceFile file = file("owned", "OWNED");
        assertThat(models.deploy(List.of(file), by("oliver@example.com"), "").isDone())
                .as("a new one is for every owner")
                .isEqualTo(person("oliver@example.com").has(dev.baton.people.Role.OWNER));
        models.deploy(List.of(file), FOLDER, "");

        Deployed foreign = models.deploy(List.of(slower(file)), by(otherOwner()), "");
        assertThat(foreign.report().findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("permission");
                    assertThat(finding.message()).contains("Nadia");
                });
        assertThat(models.deploy(List.of(slower(file)), by("ines@example.com"), "")
                        .isDone())
                .isFalse();
        assertThat(models.deploy(List.of(slower(file)), by("nadia@example.com"), "")
                        .versions())
                .hasSize(1);
        assertThat(models.deploy(List.of(file), by("admin@example.com"), "").versions())
                .hasSize(1);
        assertThat(models.deploy(List.of(slower(file)), Author.program("demo", Way.API), "")
                        .versions())
                .hasSize(1);
    }

    @Test
    void nobodyTakesTheMailOfAWorkflowOfSomebodyElse() {
        models.deploy(List.of(answering(file("fair", "FAIR"), "addresses", "stand")), FOLDER, "");
        String other = otherOwner();

        SourceFile byAddress = answering(file("fair-other", "FAIRO"), "addresses", "desk, Stand");
        assertThat(refusals(byAddress, other)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("permission");
            assertThat(finding.message()).contains("Nadia");
        });
        assertThat(refusals(file("stand", "STANDS"), other))
                .as("the id of a process is an address, too")
                .hasSize(1);
        assertThat(models.deploy(List.of(byAddress), by("nadia@example.com"), "")
                        .isDone())
                .as("both are hers")
                .isTrue();
        assertThat(refusals(answering(file("fair-all", "FAIRA"), "default", "true"), other))
                .hasSize((int) workflows.all().stream()
                        .filter(each -> each.isDefault() && !each.owner().equals(other))
                        .count());
    }

    private List<Finding> refusals(SourceFile file, String author) {
        return models.deploy(List.of(file), by(author), "").report().findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
    }

    private static SourceFile answering(SourceFile file, String property, String value) {
        String xml = new String(file.bytes(), StandardCharsets.UTF_8);
        return new SourceFile(
                file.name(),
                xml.replaceFirst(
                                "<camunda:property name=\"prefix\"",
                                "<camunda:property name=\"" + property + "\" value=\"" + value + "\" />$0")
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whoeverDidNotSeeTheNewestVersionIsToldOfIt() {
        SourceFile file = file("seen", "SEEN");
        models.deploy(List.of(file), by("nadia@example.com"), "");

        Deployed late = models.deploy(List.of(slower(file)), by("admin@example.com"), "", Map.of("seen", 0));
        assertThat(late.isDone()).isFalse();
        assertThat(late.report().findings().get(0).message()).contains("nadia@example.com", "version 1");

        assertThat(models.deploy(List.of(slower(file)), by("admin@example.com"), "", Map.of("seen", 1))
                        .versions())
                .hasSize(1);
    }

    @Test
    void twoWhoDeployTheSameAtOnceMakeOneVersion() throws Exception {
        SourceFile file = file("race", "RACE");
        List<Deployed> both = atOnce(
                () -> models.deploy(List.of(file), by("nadia@example.com"), ""),
                () -> models.deploy(List.of(file), by("admin@example.com"), ""));

        assertThat(both).allMatch(Deployed::isDone);
        assertThat(both).flatExtracting(Deployed::versions).hasSize(1);
        assertThat(deployments.versionsOf("race")).hasSize(1);
        assertThat(versions.of("race")).hasSize(1);
    }

    @Test
    void twoWhoDeployDifferentFilesAtOnceBothGetAnAnswer() throws Exception {
        SourceFile file = file("duel", "DUEL");
        models.deploy(List.of(file, file("duel-beside", "DUELB")), FOLDER, "");
        SourceFile other = new SourceFile(
                file.name(), drawing("duel", "DUEL").with("P2D", "P4D").bytes());

        List<Deployed> unseen = atOnce(
                () -> models.deploy(List.of(slower(file)), FOLDER, ""),
                () -> models.deploy(List.of(other), FOLDER, ""));
        assertThat(unseen).allMatch(Deployed::isDone);
        assertThat(deployments.versionsOf("duel"))
                .extracting(DefinitionVersion::version)
                .containsExactly(3, 2, 1);

        List<Deployed> seen = atOnce(
                () -> models.deploy(
                        List.of(slower(slower(file)), slower(file("duel-beside", "DUELB"))),
                        FOLDER,
                        "",
                        Map.of("duel", 3)),
                () -> models.deploy(List.of(file), FOLDER, "", Map.of("duel", 3)));
        assertThat(seen.stream().filter(Deployed::isDone)).hasSize(1);
        assertThat(deployments.versionsOf("duel")).hasSize(4);
        assertThat(deployments.versionsOf("duel-beside"))
                .as("all of its deployment or none")
                .hasSize(seen.get(0).isDone() ? 2 : 1);
    }

    @Test
    void ofTwoWhoBringTheSameNewWorkflowAtOnceTheFirstHasIt() throws Exception {
        String other = otherOwner();
        SourceFile mine = file("claimed", "CLAIMED");
        SourceFile theirs = new SourceFile(
                mine.name(),
                drawing("claimed", "CLAIMED").with("nadia@example.com", other).bytes());

        List<Deployed> both = atOnce(
                () -> models.deploy(List.of(mine), by("nadia@example.com"), ""),
                () -> models.deploy(List.of(theirs), by(other), ""));

        assertThat(both.stream().filter(Deployed::isDone)).hasSize(1);
        assertThat(both.stream().filter(deployed -> !deployed.isDone()))
                .flatExtracting(deployed -> deployed.report().findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .extracting(Finding::rule)
                .containsExactly("permission");
        assertThat(deployments.versionsOf("claimed")).hasSize(1);
    }

    @Test
    void whatIsCalledMayBeInAnyEncoding() {
        String called = new String(file("in-utf-16", "UTF16").bytes(), StandardCharsets.UTF_8)
                .replace("encoding=\"UTF-8\"", "encoding=\"UTF-16\"")
                .replace("Small", "Größe");
        Deployed deployed = models.deploy(
                List.of(new SourceFile("in-utf-16.bpmn", called.getBytes(StandardCharsets.UTF_16))), FOLDER, "");
        assertThat(deployed.isDone()).as("%s", deployed).isTrue();

        Deployed caller = models.deploy(List.of(caller("of-utf-16", "OF16", "in-utf-16")), FOLDER, "");

        assertThat(caller.isDone()).as("%s", caller).isTrue();
        assertThat(deployments.xml(deployed.versions().get(0).id()))
                .startsWith("<bpmn:definitions")
                .contains("Größe");
    }

    @Test
    void requestsGoOnWhileTheirWorkflowIsReplaced() throws Exception {
        SourceFile file = file("busy", "BUSY");
        models.deploy(List.of(file), FOLDER, "");
        String first = deployments.newestProcess("busy").orElseThrow().id();
        office.open.clear();
        for (int number = 1; number <= 40; number++) {
            processes.start(first, RequestRef.of("BUSY-" + number), Map.of("what", "x"));
        }
        List<OpenTask> open = new ArrayList<>(office.open);
        assertThat(open).hasSize(40);

        List<Object> done = atOnce(
                () -> {
                    open.forEach(task ->
                            tasks.complete(task.id(), EmailAddress.of("nadia@example.com"), Map.of("outcome", "yes")));
                    return "answered";
                },
                () -> models.deploy(List.of(slower(file)), FOLDER, ""),
                () -> models.deploy(List.of(file("busy-beside", "BUSYB")), FOLDER, ""));

        assertThat(done).hasSize(3);
        assertThat(workflows.byKey("busy")).map(Workflow::version).contains(2);
        assertThat(office.open).isEmpty();
        assertThat(office.endings).containsKeys("BUSY-1", "BUSY-40");
    }

    @SafeVarargs
    private static <T> List<T> atOnce(Callable<? extends T>... calls) throws Exception {
        CyclicBarrier start = new CyclicBarrier(calls.length);
        ExecutorService threads = Executors.newFixedThreadPool(calls.length);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<? extends T> call : calls) {
                running.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> each : running) {
                answers.add(each.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private String otherOwner() {
        return people.all().stream()
                .filter(person -> person.roles().contains(dev.baton.people.Role.OWNER))
                .map(person -> person.address().value())
                .filter(address -> !address.equals("nadia@example.com") && !address.equals("admin@example.com"))
                .findFirst()
                .orElseThrow();
    }

    private Person person(String address) {
        return people.find(EmailAddress.of(address)).orElseThrow();
    }

    private Author by(String address) {
        return Author.person(person(address), Way.PAGE);
    }

    private static Drawing drawing(String key, String prefix) {
        return Drawing.good().with("id=\"small\"", "id=\"" + key + "\"").with("\"SMALL\"", "\"" + prefix + "\"");
    }

    private static SourceFile file(String key, String prefix) {
        return new SourceFile(key + ".bpmn", drawing(key, prefix).bytes());
    }

    private static SourceFile caller(String key, String prefix, String called) {
        return new SourceFile(
                key + ".bpmn",
                drawing(key, prefix)
                        .withStep("<bpmn:callActivity id=\"step\" calledElement=\"" + called + "\" />")
                        .bytes());
    }

    private static SourceFile slower(SourceFile file) {
        String xml = new String(file.bytes(), StandardCharsets.UTF_8);
        return new SourceFile(
                file.name(),
                xml.replace("\"P3D\"", "\"P9D\"").replace("\"P2D\"", "\"P3D\"").getBytes(StandardCharsets.UTF_8));
    }
}

class DeployingOnH2Test extends DeployingContract {}

@OnPostgres
class DeployingOnPostgresTest extends DeployingContract {}
