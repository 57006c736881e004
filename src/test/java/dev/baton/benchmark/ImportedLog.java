package dev.baton.benchmark;

import dev.baton.testkit.PostOffice;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** How long it takes until a log of 262,000 events, made up, is a source of numbers, on a heap of 512 MB. */
final class ImportedLog {

    private static final int CASES = 13_100;
    private static final int STEPS = 10;
    private static final String TOKEN = "bench";

    private ImportedLog() {}

    static void run(String kind) {
        Store store = Store.empty(kind);
        PostOffice office = PostOffice.opened();
        Map<String, String> settings = new LinkedHashMap<>(store.properties());
        settings.put("spring.main.banner-mode", "off");
        settings.putAll(office.properties("requests@example.com"));
        settings.put("baton.models", "src/test/resources/models/flyer");
        settings.put("baton.api.tokens.bench", TOKEN);
        try (Forked baton =
                Forked.application("dev.baton.BatonApplication", 512, settings).up()) {
            Path log = written();
            long begun = System.nanoTime();
            var imported = baton.visitor()
                    .send(baton.visitor()
                            .request("/api/baselines?name=log")
                            .header("Authorization", "Bearer " + TOKEN)
                            .POST(HttpRequest.BodyPublishers.ofFile(log)));
            double whole = (System.nanoTime() - begun) / 1e9;
            if (imported.status() != 201) {
                throw new IllegalStateException(imported.body());
            }
            long asked = System.nanoTime();
            baton.visitor().calls("/api/metrics?source=log", TOKEN);
            System.out.printf(
                    Locale.ROOT,
                    "import   %-8s %,d events imported in %.1f s (under 60), the first numbers of them after %.0f ms%n",
                    kind,
                    CASES * STEPS * 2,
                    whole,
                    (System.nanoTime() - asked) / 1e6);
            Files.delete(log);
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        } finally {
            office.close();
        }
    }

    /** Cases run beside each other, so the events of one do not stand together. */
    private static Path written() throws IOException {
        Random random = new Random(262);
        Path log = Files.createTempFile("baton-benchmark-", ".csv");
        Instant begin = Instant.parse("2024-01-01T08:00:00Z");
        try (BufferedWriter rows = Files.newBufferedWriter(log)) {
            rows.write("case,activity,lifecycle,time\n");
            for (int step = 0; step < STEPS; step++) {
                for (String transition : new String[] {"start", "complete"}) {
                    for (int each = 0; each < CASES; each++) {
                        Instant at = begin.plusSeconds(each * 2_000L + step * 90_000L + random.nextInt(40_000))
                                .plusSeconds(transition.equals("start") ? 0 : 45_000);
                        rows.write("CASE-" + each + ",Step " + step + "," + transition + "," + at + "\n");
                    }
                }
            }
        }
        return log;
    }
}
