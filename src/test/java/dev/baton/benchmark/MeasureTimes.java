package dev.baton.benchmark;

import dev.baton.testkit.PostOffice;
import dev.baton.testkit.Visitor;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long the numbers of three years take, on a heap of 512 MB, the first call after the start included. */
final class MeasureTimes {

    private static final String TOKEN = "bench";
    private static final int ROUNDS = 20;

    private static final List<String> PAGES = List.of(
            "/dashboard",
            "/dashboard/forecasts",
            "/dashboard/reliability",
            "/dashboard/late-work",
            "/dashboard/cycle-time",
            "/dashboard/scatter",
            "/dashboard/ageing",
            "/dashboard/flow",
            "/dashboard/control",
            "/dashboard/heat-map",
            "/dashboard/campaigns",
            "/dashboard/deadlines",
            "/dashboard/blockers",
            "/dashboard/workload",
            "/dashboard/signs",
            "/dashboard/weekly");

    private MeasureTimes() {}

    static void run(String kind, int tasks) {
        Store store = MillionTasks.with(tasks, tasks / 50, kind);
        PostOffice office = PostOffice.opened();
        Map<String, String> settings = new LinkedHashMap<>(store.properties());
        settings.put("spring.main.banner-mode", "off");
        settings.putAll(office.properties("requests@example.com"));
        settings.put("baton.models", "src/test/resources/models/flyer");
        settings.put("baton.api.tokens.bench", TOKEN);
        long begun = System.nanoTime();
        try (Forked baton =
                Forked.application("dev.baton.BatonApplication", 512, settings).up()) {
            double start = (System.nanoTime() - begun) / 1e9;
            measure(kind, tasks, baton, office, start, store);
        } finally {
            office.close();
        }
    }

    private static void measure(String kind, int tasks, Forked baton, PostOffice office, double start, Store store) {
        Visitor program = baton.visitor();
        List<String> questions = questions();
        double first = asks(program, questions.get(0));
        System.out.printf(
                Locale.ROOT,
                "measures %-8s %,d tasks done, %,d open: up after %.1f s, the first call %.0f ms (at most 300)%n",
                kind,
                tasks,
                tasks / 50,
                start,
                first);
        double[] all = new double[ROUNDS * questions.size() + 1];
        all[0] = first;
        for (int question = 0; question < questions.size(); question++) {
            double[] times = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                times[round] = asks(program, questions.get(question));
                all[1 + question * ROUNDS + round] = times[round];
            }
            Arrays.sort(times);
            System.out.printf(
                    Locale.ROOT,
                    "measures %-8s %s: p50 %.0f ms, most %.0f ms%n",
                    kind,
                    questions.get(question),
                    times[ROUNDS / 2],
                    times[ROUNDS - 1]);
        }
        Arrays.sort(all);
        Visitor leader = MovingRequests.signedIn(baton.visitor(), office);
        pages(kind, leader);
        double ours = median(program, questions.get(0));
        baton.close();
        double engine = AskedEngine.asked(store);
        System.out.printf(
                Locale.ROOT,
                "measures %-8s all calls p95 %.0f ms (at most 300); late tasks of 90 days, asked of the engine's history %.0f ms, of Baton with all else %.0f ms: %.1f times (at least 10)%n",
                kind,
                all[all.length * 95 / 100],
                engine,
                ours,
                engine / ours);
    }

    private static void pages(String kind, Visitor leader) {
        double[] all = new double[ROUNDS * PAGES.size()];
        int number = 0;
        for (String page : PAGES) {
            double[] times = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                int status = leader.opens(page).status();
                times[round] = (System.nanoTime() - start) / 1e6;
                if (status != 200) {
                    System.out.println(page + " answers " + status);
                    break;
                }
            }
            Arrays.sort(times);
            System.out.printf(
                    Locale.ROOT,
                    "measures %-8s %s: p50 %.0f ms, p95 %.0f ms, most %.0f ms%n",
                    kind,
                    page,
                    times[ROUNDS / 2],
                    times[ROUNDS * 95 / 100 - 1],
                    times[ROUNDS - 1]);
            System.arraycopy(times, 0, all, ROUNDS * number++, ROUNDS);
        }
        Arrays.sort(all);
        System.out.printf(
                Locale.ROOT,
                "measures %-8s all pages p95 %.0f ms (at most 300)%n",
                kind,
                all[all.length * 95 / 100 - 1]);
    }

    private static double median(Visitor program, String question) {
        double[] times = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            times[round] = asks(program, question);
        }
        Arrays.sort(times);
        return times[ROUNDS / 2];
    }

    private static List<String> questions() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Instant yearAgo = now.minus(Duration.ofDays(365));
        return List.of(
                "/api/metrics",
                "/api/metrics?workflow=flyer&zone=America/New_York",
                "/api/metrics?from=" + now.minus(Duration.ofDays(7)),
                "/api/metrics?asOf=" + yearAgo,
                "/api/metrics?from=" + yearAgo,
                "/api/metrics?from=" + now.minus(Duration.ofDays(3 * 365)));
    }

    private static double asks(Visitor program, String question) {
        long start = System.nanoTime();
        int status = program.send(program.request(question)
                        .header("Authorization", "Bearer " + TOKEN)
                        .method("GET", HttpRequest.BodyPublishers.noBody()))
                .status();
        if (status != 200) {
            throw new IllegalStateException(question + " answers " + status);
        }
        return (System.nanoTime() - start) / 1e6;
    }
}
