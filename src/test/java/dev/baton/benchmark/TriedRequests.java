package dev.baton.benchmark;

import dev.baton.BatonApplication;
import dev.baton.bench.rehearsal.Pieces;
import dev.baton.bench.whatif.Trial;
import dev.baton.bench.whatif.WhatIf;
import dev.baton.bench.whatif.WhatIfs;
import dev.baton.models.Workflows;
import dev.baton.requests.NewRequest;
import dev.baton.requests.Requests;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.tasks.Answer;
import dev.baton.tasks.HandOver;
import dev.baton.tasks.Task;
import dev.baton.tasks.Tasks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Tries drafts on a thousand requests that were really asked for and answered: all alike, and each with another number that
 * a decision table reads; at first, when the house for it has to be built, and again. Then with a condition that reads the
 * number together with what people say on the way, so that each has to be played by itself.
 */
final class TriedRequests {

    private static final String SPEND = "spend";
    private static final Path FOLDER = Path.of("src/test/resources/models/what-if");

    private final ConfigurableApplicationContext baton;

    private TriedRequests(ConfigurableApplicationContext baton) {
        this.baton = baton;
    }

    /** @param arguments {@code alike} or {@code different}, then the database's properties; prints seconds */
    public static void main(String[] arguments) throws IOException {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        boolean alike = arguments[0].equals("alike");
        List<String> settings = new ArrayList<>(List.of(
                "--server.port=0",
                "--baton.models=" + FOLDER,
                "--baton.outbox.sending=false",
                "--db-scheduler.polling-interval=1h"));
        settings.addAll(Arrays.asList(arguments).subList(1, arguments.length));
        try (ConfigurableApplicationContext baton =
                SpringApplication.run(BatonApplication.class, settings.toArray(String[]::new))) {
            new TriedRequests(baton).measure(alike);
        }
        System.exit(0);
    }

    /** Both pasts, each in a JVM of its own. */
    static void run(String kind) {
        for (String past : List.of("alike", "different")) {
            List<String> arguments = new ArrayList<>(List.of(past));
            Store.empty(kind).properties().forEach((name, value) -> arguments.add("--" + name + "=" + value));
            double[] seconds = Forked.run(TriedRequests.class, arguments).stream()
                    .filter(line -> line.startsWith("seconds "))
                    .mapToDouble(line -> Double.parseDouble(line.substring(8)))
                    .toArray();
            System.out.printf(
                    Locale.ROOT,
                    "what-if %-8s %,d requests, %s: %.2f s at first, %.2f s again (at most 10); asking and answering them really took %.1f s, ratio %.3f%n",
                    kind,
                    Trial.MOST,
                    past,
                    seconds[1],
                    seconds[2],
                    seconds[0],
                    seconds[2] / seconds[0]);
            if (seconds.length > 3) {
                System.out.printf(
                        Locale.ROOT, "what-if %-8s each of them played by itself: %.2f s%n", kind, seconds[3]);
            }
        }
    }

    private void measure(boolean alike) throws IOException {
        timed(() -> {
            for (int number = 1; number <= Trial.MOST; number++) {
                past(number, alike ? 4_000L : number * 20L);
            }
        });
        String table = Files.readString(FOLDER.resolve("spend-level.dmn"));
        timed(() -> tried("spend-level.dmn", table.replace("10000", "5000")));
        timed(() -> tried("spend-level.dmn", table.replace("10000", "15000")));
        if (!alike) {
            String model = Files.readString(FOLDER.resolve("spend.bpmn"));
            timed(() -> tried(
                    "spend.bpmn",
                    model.replace("${spendLevel == 'high'}", "${spendLevel == 'high' or budget &gt; 19000}")));
        }
    }

    private static void timed(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        System.out.println("seconds " + (System.nanoTime() - begun) / 1e9);
    }

    private void past(int number, long budget) {
        EmailAddress requester = EmailAddress.of("person" + number % 500 + "@customer.example");
        RequestRef ref = baton.getBean(Requests.class)
                .open(NewRequest.of(
                                baton.getBean(Workflows.class).byKey(SPEND).orElseThrow(),
                                "Thing " + number,
                                requester,
                                "Person " + number % 500)
                        .with(Map.of("topic", "Thing " + number, "budget", budget), List.of()))
                .ref();
        Tasks tasks = baton.getBean(Tasks.class);
        for (List<Task> open = tasks.open(ref); !open.isEmpty(); open = tasks.open(ref)) {
            Task task = open.get(0);
            HandOver holder = tasks.holders(task.id()).get(0);
            String outcome = task.key().equals("legal") ? "fine" : "done";
            Map<String, String> form = task.key().equals("sort") ? Map.of("doers", "web") : Map.of();
            tasks.decide(holder, new Answer(outcome, "", form, holder.person(), null, "pressed", List.of(), false));
        }
    }

    private void tried(String file, String content) {
        Pieces pieces = baton.getBean(Pieces.class);
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        Trial trial = new Trial(
                pieces.deployed(SPEND), pieces.with(SPEND, List.of(bytes)), Map.of(file, bytes), null, Trial.MOST);
        WhatIfs whatIfs = baton.getBean(WhatIfs.class);
        WhatIf found = whatIfs.of(trial).found();
        while (found == null) {
            Pace.pause(Duration.ofMillis(20));
            found = whatIfs.of(trial).found();
        }
        if (found.requests().size() != Trial.MOST || !found.unplayed().isEmpty()) {
            throw new IllegalStateException(found.requests().size() + " tried, not " + found.unplayed());
        }
    }
}
