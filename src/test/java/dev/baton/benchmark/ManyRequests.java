package dev.baton.benchmark;

import dev.baton.BatonApplication;
import dev.baton.models.Workflow;
import dev.baton.models.Workflows;
import dev.baton.requests.NewRequest;
import dev.baton.requests.Requests;
import dev.baton.shared.EmailAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens very many requests on one thread, those around the 1,000th and the last ones in a transaction each and timed,
 * the others fifty to a transaction. What the compiler learns on the way must not count, so a throwaway database comes first.
 */
final class ManyRequests {

    private static final int WINDOW = 500;
    private static final int WARM_UP = 3_000;
    private static final int EARLY = 1_000;

    private final Requests requests;
    private final Workflow workflow;
    private final TransactionTemplate transaction;

    ManyRequests(ConfigurableApplicationContext baton) {
        requests = baton.getBean(Requests.class);
        workflow = baton.getBean(Workflows.class).byKey("flyer").orElseThrow();
        transaction = new TransactionTemplate(baton.getBean(PlatformTransactionManager.class));
    }

    /** @param arguments number of requests, then the database's properties; prints the medians in milliseconds */
    public static void main(String[] arguments) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        try (ConfigurableApplicationContext baton = baton("--spring.datasource.url=jdbc:h2:mem:warm")) {
            new ManyRequests(baton).timed(1, WARM_UP);
        }
        try (ConfigurableApplicationContext baton = baton(Arrays.copyOfRange(arguments, 1, arguments.length))) {
            new ManyRequests(baton).measure(Integer.parseInt(arguments[0]));
        }
        System.exit(0);
    }

    /** Both medians from a JVM of its own. */
    static void run(String kind, int count) {
        List<String> arguments = new ArrayList<>(List.of(String.valueOf(count)));
        Store.empty(kind).properties().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        double[] medians = Forked.run(ManyRequests.class, arguments).stream()
                .filter(line -> line.startsWith("median "))
                .mapToDouble(line -> Double.parseDouble(line.substring(7)))
                .toArray();
        System.out.printf(
                Locale.ROOT,
                "2 %-8s opening a request, median of %d: %.2f ms at the 1,000th, %.2f ms at the %,dth; ratio %.2f (at most 1.20)%n",
                kind,
                WINDOW,
                medians[0],
                medians[1],
                count,
                medians[1] / medians[0]);
    }

    static ConfigurableApplicationContext baton(String... database) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--baton.models=src/test/resources/models/flyer",
                "--baton.outbox.sending=false",
                "--db-scheduler.polling-interval=1h"));
        arguments.addAll(List.of(database));
        return SpringApplication.run(BatonApplication.class, arguments.toArray(String[]::new));
    }

    private void measure(int count) {
        int before = EARLY - WINDOW / 2;
        fill(1, before);
        System.out.println("median " + median(timed(before + 1, before + WINDOW)));
        fill(before + WINDOW + 1, count - WINDOW);
        System.out.println("median " + median(timed(count - WINDOW + 1, count)));
    }

    void fill(int from, int to) {
        for (int start = from; start <= to; start += 50) {
            int first = start;
            int last = Math.min(to, start + 49);
            transaction.executeWithoutResult(status -> {
                for (int number = first; number <= last; number++) {
                    open(number);
                }
            });
        }
    }

    private double[] timed(int from, int to) {
        double[] milliseconds = new double[to - from + 1];
        for (int number = from; number <= to; number++) {
            long start = System.nanoTime();
            open(number);
            milliseconds[number - from] = (System.nanoTime() - start) / 1e6;
        }
        return milliseconds;
    }

    private void open(int number) {
        EmailAddress requester = EmailAddress.of("person" + number % 500 + "@customer.example");
        requests.open(NewRequest.of(workflow, "Flyer " + number, requester, "Person " + number % 500)
                .with(Map.of("topic", "Topic " + number, "size", "a4"), List.of()));
    }

    private static double median(double[] times) {
        return Arrays.stream(times).sorted().skip(times.length / 2).findFirst().orElseThrow();
    }
}
