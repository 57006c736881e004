package dev.baton.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.testkit.BatonTest;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
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
    Clock clock;

    private ModelFolder watched;
    private int changes;

    @BeforeEach
    void watch() {
        watched = new ModelFolder(folder, models, files, clock);
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
        watched = new ModelFolder(folder, models, files, clock) {
            @Override
            byte[] bytes(Path path) throws IOException {
                if (locked.get()) {
                    throw new AccessDeniedException(path.toString());
                }
                return super.bytes(path);
            }
        };
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
        models.deploy("newer.bpmn", model("newer", "NEWER", Drawing.good().with("P2D", "P3D")));

        new ModelFolder(folder, models, files, clock).look();

        assertThat(workflows.byKey("newer")).map(Workflow::version).contains(2);
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
        new ModelFolder(folder.resolve("nowhere"), models, files, clock).look();
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
