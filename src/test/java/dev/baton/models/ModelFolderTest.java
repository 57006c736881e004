package dev.baton.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.outbox.Outbox;
import dev.baton.outbox.QueuedMail;
import dev.baton.testkit.BatonTest;
import dev.baton.testkit.Dropped;
import dev.baton.testkit.SettableClock;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.test.context.ContextConfiguration;

@BatonTest
@ContextConfiguration(classes = OnlyModels.class)
class ModelFolderTest {

    @TempDir
    Path folder;

    @Autowired
    Models models;

    @Autowired
    ModelFiles files;

    @Autowired
    Workflows workflows;

    @Autowired
    FolderRecord record;

    @Autowired
    FolderMemory memory;

    @Autowired
    SettableClock clock;

    @Autowired
    Outbox outbox;

    @Autowired
    ModelsHealthIndicator health;

    private ModelFolder watched;
    private int changes;

    @BeforeEach
    void watch() {
        watched = watching(new FolderReader(folder));
    }

    @AfterEach
    void leaveNothing() {
        files.all().forEach(file -> files.delete(file.name()));
    }

    @Test
    void aFileThatIsDroppedInIsAWorkflow() throws IOException {
        drop("dropped", "DROP", Drawing.good());
        watched.look();

        assertThat(workflows.byKey("dropped")).map(Workflow::version).contains(1);
    }

    @Test
    void aFileThatCouldNotBeReadIsTriedAgainAlthoughItHasNotChanged() throws IOException {
        AtomicBoolean locked = new AtomicBoolean(true);
        watched = watching(new FolderReader(folder) {
            @Override
            byte[] bytes(Path path) throws IOException {
                if (locked.get()) {
                    throw new AccessDeniedException(path.toString());
                }
                return super.bytes(path);
            }
        });
        drop("locked", "LOCK", Drawing.good());
        watched.look();
        assertThat(workflows.byKey("locked")).isEmpty();

        locked.set(false);
        watched.look();

        assertThat(workflows.byKey("locked")).isPresent();
    }

    @Test
    void aBrokenFileIsNamedAndTheLastGoodVersionStays() throws IOException {
        drop("lasting", "LAST", Drawing.good());
        drop("beside", "BESIDE", Drawing.good());
        watched.look();
        drop("lasting", "LAST", Drawing.good().with("camunda:dueDate=\"P2D\"", "camunda:class=\"Evil\""));
        drop("beside", "BESIDE", Drawing.good().with("P2D", "P3D"));
        watched.look();

        assertThat(workflows.byKey("lasting")).map(Workflow::version).contains(1);
        assertThat(workflows.byKey("beside")).map(Workflow::version).contains(2);
        assertThat(files.find("lasting.bpmn")).hasValueSatisfying(file -> {
            assertThat(file.report().deployable()).isFalse();
            assertThat(file.report().findings())
                    .anySatisfy(finding -> assertThat(finding.line()).isEqualTo(22));
        });
    }

    @Test
    void badFilesAreNamedInPlainWordsAndTheOthersAreDeployed() throws IOException {
        BadFiles.in(folder);
        drop("goodamong", "AMONG", Drawing.good());
        watched.look();

        assertThat(workflows.byKey("goodamong")).isPresent();
        assertThat(files.find("huge.bpmn"))
                .hasValueSatisfying(file -> assertThat(file.report().findings())
                        .extracting(Finding::message)
                        .containsExactly("This file is larger than 2 MB."));
        BadFiles.all()
                .keySet()
                .forEach(name -> assertThat(files.find(name)).as(name).hasValueSatisfying(file -> {
                    assertThat(file.report().deployable()).isFalse();
                    file.report().findings().forEach(finding -> BadFiles.plain(finding.message()));
                }));
    }

    @Test
    void aCallerWaitsForTheFileOfWhatItCalls() throws IOException {
        drop("caller", "CALL", Drawing.good().withStep("<bpmn:callActivity id=\"step\" calledElement=\"helping\" />"));
        watched.look();
        assertThat(workflows.byKey("caller")).isEmpty();

        drop("helping", "HELP", Drawing.good());
        watched.look();
        assertThat(workflows.byKey("caller")).isPresent();
        assertThat(files.find("caller.bpmn"))
                .map(file -> file.report().deployable())
                .contains(true);
    }

    @Test
    void aRestartDoesNotTakeBackAVersionThatCameAnotherWay() throws IOException {
        drop("newer", "NEWER", Drawing.good());
        watched.look();
        Dropped.into(
                models, "newer.bpmn", model("newer", "NEWER", Drawing.good().with("P2D", "P3D")));

        watching(new FolderReader(folder)).look();

        assertThat(workflows.byKey("newer")).map(Workflow::version).contains(2);
    }

    @Test
    void aFolderThatWasAwayTakesNothingBack() throws IOException {
        drop("mounted", "MOUNT", Drawing.good());
        watched.look();
        Dropped.into(
                models, "mounted.bpmn", model("mounted", "MOUNT", Drawing.good().with("P2D", "P3D")));
        Path elsewhere = Files.move(folder.resolve("mounted.bpmn"), folder.resolve("mounted.away"));
        watched.look();

        Files.move(elsewhere, folder.resolve("mounted.bpmn"));
        watched.look();

        assertThat(workflows.byKey("mounted")).map(Workflow::version).contains(2);
        drop("mounted", "MOUNT", Drawing.good().with("P2D", "P4D"));
        watched.look();
        assertThat(workflows.byKey("mounted")).map(Workflow::version).contains(3);
    }

    @Test
    void twoNodesWhoseFoldersDifferDoNotTakeTurns(@TempDir Path behind) throws IOException {
        drop("apart", "APART", Drawing.good());
        Files.copy(folder.resolve("apart.bpmn"), behind.resolve("apart.bpmn"));
        watched.look();
        watching(new FolderReader(behind)).look();
        drop("apart", "APART", Drawing.good().with("P2D", "P3D"));
        watched.look();
        assertThat(workflows.byKey("apart")).map(Workflow::version).contains(2);

        watching(new FolderReader(behind)).look();
        watching(new FolderReader(folder)).look();
        watching(new FolderReader(behind)).look();

        assertThat(workflows.byKey("apart")).map(Workflow::version).contains(2);
    }

    @Test
    void aFolderThatNobodyKnowsTakesNothingBackAndSaysSo(@TempDir Path old) throws IOException {
        drop("aged", "AGED", Drawing.good());
        Files.copy(folder.resolve("aged.bpmn"), old.resolve("aged.bpmn"));
        watched.look();
        drop("aged", "AGED", Drawing.good().with("P2D", "P3D"));
        watched.look();

        watching(new FolderReader(old)).look();

        assertThat(workflows.byKey("aged")).map(Workflow::version).contains(2);
        assertThat(files.find("aged.bpmn"))
                .hasValueSatisfying(file -> assertThat(file.report().findings())
                        .extracting(Finding::message)
                        .singleElement()
                        .asString()
                        .contains("version 2"));
    }

    @Test
    void whoeverPutsTheEarlierFileBackIntoTheFolderGoesBack() throws IOException {
        drop("undone", "UNDONE", Drawing.good());
        watched.look();
        drop("undone", "UNDONE", Drawing.good().with("P2D", "P3D"));
        watched.look();
        drop("undone", "UNDONE", Drawing.good());

        watching(new FolderReader(folder)).look();

        assertThat(workflows.byKey("undone")).map(Workflow::version).contains(3);
    }

    @Test
    void aRefusedFileComesInOnceWhatItWantsIsThere() throws IOException {
        drop("wanting", "WANT", Drawing.good().withStep("<bpmn:callActivity id=\"step\" calledElement=\"wanted\" />"));
        watched.look();
        assertThat(workflows.byKey("wanting")).isEmpty();
        Dropped.into(models, "wanted.bpmn", model("wanted", "WANTED", Drawing.good()));
        watched.look();
        assertThat(workflows.byKey("wanting")).isEmpty();

        clock.jump(Duration.ofMinutes(1));
        watched.look();
        clock.jump(Duration.ofMinutes(1));
        watched.look();

        assertThat(workflows.byKey("wanting")).map(Workflow::version).contains(1);
        assertThat(mails("wanting.bpmn"))
                .extracting(QueuedMail::subject)
                .containsExactlyInAnyOrder("Not deployed: wanting.bpmn", "Deployed: wanting.bpmn");
    }

    @Test
    void aRefusedFileThatIsTriedAgainTakesNothingBack() throws IOException {
        drop("beaten", "BEAT", Drawing.good().withStep("<bpmn:callActivity id=\"step\" calledElement=\"beaten-b\" />"));
        watched.look();
        clock.jump(Duration.ofSeconds(10));
        Dropped.into(models, "beaten.bpmn", model("beaten", "BEAT", Drawing.good()));
        Dropped.into(models, "beaten-b.bpmn", model("beaten-b", "BEATB", Drawing.good()));
        clock.jump(Duration.ofMinutes(1));

        watched.look();

        assertThat(workflows.byKey("beaten")).map(Workflow::version).contains(1);
        assertThat(files.find("beaten.bpmn")).hasValueSatisfying(file -> {
            assertThat(file.report().deployable()).isTrue();
            assertThat(file.report().findings())
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.message()).contains("version 1 of \"Small\" is newer"));
        });
    }

    @Test
    void aFileLargerThanAnyMemoryIsRefusedUnread() throws IOException {
        try (RandomAccessFile vast =
                new RandomAccessFile(folder.resolve("vast.bpmn").toFile(), "rw")) {
            vast.setLength(Integer.MAX_VALUE + 1L);
        }
        watched.look();

        assertThat(files.find("vast.bpmn"))
                .hasValueSatisfying(file -> assertThat(file.report().findings())
                        .extracting(Finding::message)
                        .containsExactly("This file is larger than 2 MB."));
    }

    @Test
    void whatCouldNotBeTakenInIsTriedAgainAndKeepsNoOtherWaiting() throws IOException {
        drop("held", "HELD", Drawing.good());
        drop("held-beside", "HELDB", Drawing.good());
        ModelFolder held = new ModelFolder(new FolderReader(folder), models, record, memory, clock) {
            private boolean busy = true;

            @Override
            void takeIn(List<SourceFile> bundle, Bundles bundles) {
                if (busy && bundle.get(0).name().equals("held.bpmn")) {
                    busy = false;
                    throw new CannotAcquireLockException("Others deploy");
                }
                super.takeIn(bundle, bundles);
            }
        };
        held.look();
        assertThat(workflows.byKey("held")).isEmpty();
        assertThat(workflows.byKey("held-beside")).isPresent();

        held.look();

        assertThat(workflows.byKey("held")).isPresent();
    }

    @Test
    void aFileThatIsStillBeingWrittenIsLeftUntilItIsWhole() throws IOException {
        drop("whole", "WHOLE", Drawing.good());
        watched.look();
        byte[] changed = model("whole", "WHOLE", Drawing.good().with("P2D", "P3D"));
        Files.write(folder.resolve("whole.bpmn"), Arrays.copyOf(changed, 500));
        watched.look();
        Files.write(folder.resolve("whole.bpmn"), changed);
        watched.look();

        assertThat(workflows.byKey("whole")).map(Workflow::version).contains(2);
        assertThat(mails("whole.bpmn")).isEmpty();
    }

    @Test
    void aFileMayHaveAnyNameThatAFileSystemTakes() throws IOException {
        String name = "Ablauf für die Messe \"Frühling\" <2026> " + "x".repeat(190) + ".bpmn";
        Files.write(folder.resolve(name), model("named", "NAMED", Drawing.good()));
        watched.look();

        assertThat(workflows.byKey("named")).isPresent();
        assertThat(names()).contains(name);
    }

    @Test
    void whatIsNoLongerThereIsNoLongerReported() throws IOException {
        drop("gone", "GONE", Drawing.good().with("camunda:dueDate=\"P2D\"", ""));
        watched.look();
        assertThat(names()).contains("gone.bpmn");

        Files.delete(folder.resolve("gone.bpmn"));
        watched.look();
        assertThat(names()).doesNotContain("gone.bpmn");
    }

    @Test
    void aFolderThatIsNotThereIsNoFailure() {
        watching(new FolderReader(folder.resolve("nowhere"))).look();
    }

    @Test
    void twoFilesThatCallEachOtherComeTogether() throws IOException {
        drop("hen", "HEN", Drawing.good().withStep("<bpmn:callActivity id=\"step\" calledElement=\"egg\" />"));
        drop("egg", "EGG", Drawing.good().withStep("<bpmn:callActivity id=\"step\" calledElement=\"hen\" />"));
        watched.look();

        assertThat(workflows.byKey("hen")).isPresent();
        assertThat(workflows.byKey("egg")).isPresent();
    }

    @Test
    void halfOfAChangeIsNoChange() throws IOException {
        Drawing caller = Drawing.good().withStep("<bpmn:callActivity id=\"step\" calledElement=\"half-b\" />");
        drop("half-a", "HALFA", caller);
        drop("half-b", "HALFB", Drawing.good());
        watched.look();
        drop("half-a", "HALFA", caller.with("camunda:dueDate=\"P2D\"", "camunda:class=\"Evil\""));
        drop("half-b", "HALFB", Drawing.good().with("P2D", "P3D"));
        watched.look();

        assertThat(workflows.byKey("half-b")).map(Workflow::version).contains(1);
        assertThat(files.find("half-b.bpmn"))
                .hasValueSatisfying(file -> assertThat(file.report().findings())
                        .extracting(Finding::message)
                        .singleElement()
                        .asString()
                        .contains("half-a.bpmn"));

        drop("half-a", "HALFA", caller.with("P2D", "P4D"));
        watched.look();
        assertThat(workflows.byKey("half-a")).map(Workflow::version).contains(2);
        assertThat(workflows.byKey("half-b")).map(Workflow::version).contains(2);
    }

    @Test
    void whatIsNewComesWithoutTheBrokenFileItDoesNotNeed() throws IOException {
        drop("shared", "SHARED", Drawing.good());
        Drawing caller = Drawing.good().withStep("<bpmn:callActivity id=\"step\" calledElement=\"shared\" />");
        drop("broken", "BROKEN", caller.with("camunda:dueDate=\"P2D\"", "camunda:class=\"Evil\""));
        drop("sound", "SOUND", caller);
        drop("waits", "WAITS", Drawing.good().withStep("<bpmn:callActivity id=\"step\" calledElement=\"broken\" />"));
        watched.look();

        assertThat(workflows.byKey("shared")).isPresent();
        assertThat(workflows.byKey("sound")).isPresent();
        assertThat(workflows.byKey("waits")).isEmpty();
        assertThat(files.find("waits.bpmn").orElseThrow().report().findings())
                .extracting(Finding::rule)
                .containsExactly("folder");
    }

    @Test
    void theSameWorkflowInTwoFilesIsRefused() throws IOException {
        drop("twin", "TWIN", Drawing.good());
        Files.copy(folder.resolve("twin.bpmn"), folder.resolve("twin-copy.bpmn"));
        watched.look();

        assertThat(files.all())
                .filteredOn(file -> file.name().startsWith("twin"))
                .anySatisfy(file -> assertThat(file.report().findings())
                        .anySatisfy(finding -> assertThat(finding.rule()).isEqualTo("together")));
    }

    @Test
    void theOwnerOfABrokenFileIsToldOncePerContentAndOnceWhenItIsMended() throws IOException {
        Drawing broken = Drawing.good().with("camunda:dueDate=\"P2D\"", "");
        drop("told", "TOLD", broken);
        watched.look();
        watching(new FolderReader(folder)).look();
        drop("told-beside", "BESIDES", Drawing.good());
        watched.look();
        assertThat(mails("told.bpmn")).hasSize(1).first().satisfies(mail -> {
            assertThat(mail.to().value()).isEqualTo("nadia@example.com");
            assertThat(mail.subject()).isEqualTo("Not deployed: told.bpmn");
            assertThat(mail.text()).contains("due date").contains("Look at it");
        });
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails()).containsKey("told.bpmn");

        drop("told", "TOLD", broken.with("P5D", "P6D"));
        watched.look();
        assertThat(mails("told.bpmn")).hasSize(2);

        drop("told", "TOLD", Drawing.good());
        watched.look();
        watching(new FolderReader(folder)).look();
        assertThat(mails("told.bpmn"))
                .extracting(QueuedMail::subject)
                .containsExactlyInAnyOrder("Not deployed: told.bpmn", "Not deployed: told.bpmn", "Deployed: told.bpmn");
        assertThat(health.health().getDetails()).doesNotContainKey("told.bpmn");
    }

    @Test
    void aFileThatCannotBeReadIsReportedToWhoeverOwnsWhatCameFromItBefore() throws IOException {
        drop("cut", "CUT", Drawing.good());
        watched.look();
        Files.writeString(folder.resolve("cut.bpmn"), "<bpmn:definitions");
        Files.writeString(folder.resolve("stray.bpmn"), "no model");
        watched.look();
        watched.look();

        assertThat(mails("cut.bpmn")).extracting(mail -> mail.to().value()).containsExactly("nadia@example.com");
        assertThat(mails("cut.bpmn").get(0).text()).contains("version 1 goes on");
        assertThat(mails("stray.bpmn")).extracting(mail -> mail.to().value()).containsExactly("admin@example.com");
    }

    private List<QueuedMail> mails(String file) {
        return outbox.list(null, null, 200).items().stream()
                .filter(mail -> mail.subject().endsWith(" " + file))
                .toList();
    }

    private ModelFolder watching(FolderReader reader) {
        return new ModelFolder(reader, models, record, memory, clock);
    }

    private List<String> names() {
        return files.all().stream().map(ModelFile::name).toList();
    }

    private static byte[] model(String key, String prefix, Drawing drawing) {
        return drawing.with("id=\"small\"", "id=\"" + key + "\"")
                .with("\"SMALL\"", "\"" + prefix + "\"")
                .bytes();
    }

    /** Each change has a time of its own, as it has where people save files. */
    private void drop(String key, String prefix, Drawing drawing) throws IOException {
        Path file = Files.write(folder.resolve(key + ".bpmn"), model(key, prefix, drawing));
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH.plusSeconds(++changes)));
    }
}
