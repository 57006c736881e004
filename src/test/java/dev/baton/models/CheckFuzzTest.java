package dev.baton.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Models that were broken at random get a verdict like any other. */
class CheckFuzzTest {

    private static final int BROKEN = 200;

    private final Random random = new Random(7);
    private final ModelCheck check = new ModelCheck(
            new NothingDeployed(new Colleagues(null, null)),
            new CheckProperties(7, 7),
            CheckCommand.messages(),
            Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC));

    @Test
    void noBrokenModelIsWithoutAVerdict() throws IOException {
        List<String> models = models();
        for (int i = 0; i < BROKEN; i++) {
            String broken = broken(models.get(i % models.size()));
            byte[] bytes = broken.getBytes(StandardCharsets.UTF_8);

            assertThatCode(() -> assertThat(check.check("broken.bpmn", bytes).findings())
                            .allSatisfy(finding -> assertThat(finding.message()).isNotBlank()))
                    .as(broken)
                    .doesNotThrowAnyException();
        }
    }

    static List<String> models() throws IOException {
        List<String> models = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                models.add(Files.readString(file));
            }
        }
        MistakesInTheFlow.all().forEach(mistake -> models.add(new String(mistake.bytes(), StandardCharsets.UTF_8)));
        return models;
    }

    /** Elements closed at once, attributes lost, values exchanged, lines lost, doubled or shuffled. */
    String broken(String model) {
        List<String> lines = new ArrayList<>(model.lines().toList());
        for (int i = 0; i <= random.nextInt(4); i++) {
            int line = random.nextInt(lines.size());
            String text = lines.get(line);
            switch (random.nextInt(6)) {
                case 0 -> lines.remove(line);
                case 1 -> lines.add(random.nextInt(lines.size()), text);
                case 2 -> lines.set(line, text.replaceFirst(" [a-zA-Z:]+=\"[^\"]*\"", ""));
                case 3 ->
                    lines.set(line, text.replaceFirst("=\"[^\"]*\"", Matcher.quoteReplacement("=\"" + value() + "\"")));
                case 4 -> lines.set(line, text.replaceFirst(">[^<>]+<", Matcher.quoteReplacement(">" + value() + "<")));
                default -> Collections.swap(lines, line, random.nextInt(lines.size()));
            }
        }
        return String.join("\n", lines);
    }

    private String value() {
        List<String> values = List.of(
                "",
                " ",
                "start",
                "look",
                "nowhere",
                "${",
                "${a.b.c[1]}",
                "#{x}",
                "-1",
                "99999999999",
                "P",
                "R",
                "R/",
                "a,b,,",
                "2026-02-30",
                "* * * * * ?",
                "\u0000x".substring(1),
                "true",
                "x=y*, =, *",
                "ümläut",
                "a b");
        return values.get(random.nextInt(values.size()));
    }
}
