package dev.baton.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The engine alone: starts so many processes of the same model with the same variables, one transaction each. Its only
 * difference is that the task's assignee is a constant, since nothing here knows what {@code request} is.
 */
final class BareEngine {

    private static final Path MODEL = Path.of("src/test/resources/models/flyer/flyer.bpmn");

    private BareEngine() {}

    /**
     * @param arguments number of processes, number of threads, the database's properties; starts so many in
     *     each lot and prints the seconds that each lot took
     */
    public static void main(String[] arguments) throws InterruptedException {
        int processes = Integer.parseInt(arguments[0]);
        int threads = Integer.parseInt(arguments[1]);
        try (ConfigurableApplicationContext bare = new SpringApplicationBuilder(BareApplication.class)
                .web(WebApplicationType.NONE)
                .run(Arrays.copyOfRange(arguments, 2, arguments.length))) {
            ProcessEngine engine = bare.getBean(ProcessEngine.class);
            engine.getRepositoryService()
                    .createDeployment()
                    .addString("flyer.bpmn", model())
                    .deploy();
            for (int lot = 0; lot < Rates.LOTS; lot++) {
                long start = System.nanoTime();
                start(engine, lot * processes, processes, threads);
                System.out.println("seconds " + (System.nanoTime() - start) / 1e9);
            }
        }
    }

    /** The rates of a run in a JVM of its own. */
    static Rates rates(Store store, int processes, int threads) {
        List<String> arguments = new ArrayList<>(List.of(String.valueOf(processes), String.valueOf(threads)));
        BareApplication.settings(store).forEach((name, value) -> arguments.add("--" + name + "=" + value));
        double[] rates = Forked.run(BareEngine.class, arguments).stream()
                .filter(line -> line.startsWith("seconds "))
                .mapToDouble(line -> processes / Double.parseDouble(line.substring(8)))
                .toArray();
        return new Rates(rates[0], rates[Rates.LOTS - 1]);
    }

    private static String model() {
        try {
            return Files.readString(MODEL).replace("${request.owner}", "nadia@example.com");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void start(ProcessEngine engine, int from, int processes, int threads) throws InterruptedException {
        AtomicInteger number = new AtomicInteger(from);
        List<Thread> workers = IntStream.range(0, threads)
                .mapToObj(worker -> new Thread(() -> {
                    for (int next = number.incrementAndGet();
                            next <= from + processes;
                            next = number.incrementAndGet()) {
                        engine.getRuntimeService()
                                .startProcessInstanceByKey(
                                        "flyer", "FLYER-" + next, Map.of("topic", "Topic " + next, "size", "a4"));
                    }
                }))
                .toList();
        workers.forEach(Thread::start);
        for (Thread worker : workers) {
            worker.join();
        }
    }
}
