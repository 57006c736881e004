package dev.baton.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.baton.testkit.BatonTest;
import dev.baton.testkit.Corpus;
import dev.baton.testkit.Dropped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

/** Models that nobody here wrote: each gets a verdict, printed as a table, and none with code in it passes. */
@BatonTest
@ContextConfiguration(classes = OnlyModels.class)
class CorpusOfModelsTest {

    private static final Pattern CODE = Pattern.compile(
            "scriptTask|camunda:script|camunda:class|activiti:class|Listener|camunda:expression=|camunda:connector|"
                    + "delegateExpression");

    @Autowired
    ModelCheck check;

    @Autowired
    Models models;

    @BeforeEach
    void thereIsACorpus() {
        assumeTrue(Files.isDirectory(Corpus.ofModels()), "Skipped: there is no corpus of models");
    }

    @Test
    void everyModelOfOthersGetsAVerdictWithAReason() throws IOException {
        StringBuilder table = new StringBuilder(String.format("%n%-8s %4s %4s  %s%n", "verdict", "err", "all", "file"));
        for (Path file : files()) {
            CheckReport report = report(file);
            assertThat(report.findings()).as(file.toString()).isNotEmpty().allSatisfy(finding -> {
                assertThat(finding.message() + finding.fix()).doesNotContain("{0}", "'{'", "''", "cvc-");
                assertThat(finding.fix()).isNotBlank();
            });
            table.append(row(file, report));
        }
        System.out.println(table);
    }

    @Test
    void noneWithScriptOrClassPasses() throws IOException {
        for (Path file : files()) {
            if (CODE.matcher(Files.readString(file)).find()) {
                assertThat(report(file).deployable()).as(file.toString()).isFalse();
            }
        }
    }

    @Test
    void theCheckAndTheEngineAgree() throws IOException {
        for (Path file : files()) {
            Deployed deployed = Dropped.into(models, file.getFileName().toString(), Files.readAllBytes(file));

            assertThat(deployed.report().deployable())
                    .as(file.toString())
                    .isEqualTo(report(file).deployable());
        }
    }

    private CheckReport report(Path file) throws IOException {
        return check.check(file.getFileName().toString(), Files.readAllBytes(file));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> paths = Files.walk(Corpus.ofModels())) {
            List<Path> files = paths.filter(path -> path.toString().endsWith(".bpmn"))
                    .sorted()
                    .toList();
            assertThat(files).hasSizeGreaterThan(70);
            return files;
        }
    }

    private static String row(Path file, CheckReport report) {
        Finding first = report.findings().get(0);
        long errors = report.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .count();
        return String.format(
                "%-8s %4d %4d  %s%n%21sline %d, %s: %s%n",
                report.deployable() ? "passes" : "refused",
                errors,
                report.findings().size(),
                file.getFileName(),
                "",
                first.line(),
                first.severity().word(),
                first.message());
    }
}
