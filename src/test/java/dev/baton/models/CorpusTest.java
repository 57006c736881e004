package dev.baton.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.baton.testkit.BatonTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

/** Models that nobody here wrote: each gets a verdict, and none with code in it passes. */
@BatonTest
@ContextConfiguration(classes = OnlyModels.class)
class CorpusTest {

    private static final Path CORPUS = Path.of(System.getProperty("baton.corpus", "../shared/corpus"), "bpmn");

    private static final Pattern CODE = Pattern.compile(
            "scriptTask|camunda:script|camunda:class|activiti:class|Listener|camunda:expression=|camunda:connector|"
                    + "delegateExpression");

    @Autowired
    ModelCheck check;

    @Autowired
    Models models;

    @Test
    void everyModelOfOthersGetsAVerdictAndNoneWithCodePasses() throws IOException {
        assumeTrue(Files.isDirectory(CORPUS), "There is no corpus in " + CORPUS.toAbsolutePath());
        List<Path> files;
        try (Stream<Path> paths = Files.walk(CORPUS)) {
            files = paths.filter(path -> path.toString().endsWith(".bpmn"))
                    .sorted()
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(70);
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            CheckReport report = check.check(file.getFileName().toString(), bytes);
            assertThat(report.findings()).as(file.toString()).isNotEmpty();
            assertThat(report.findings())
                    .as(file.toString())
                    .allSatisfy(finding -> assertThat(finding.message()).isNotBlank());
            if (CODE.matcher(Files.readString(file)).find()) {
                assertThat(report.deployable()).as(file.toString()).isFalse();
            }
            assertThat(models.deploy(file.getFileName().toString(), bytes)
                            .report()
                            .deployable())
                    .as(file.toString())
                    .isEqualTo(report.deployable());
        }
    }
}
