package dev.baton.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The same put to the engine's own history query: how many tasks that were due in the last 90 days are late, by the date
 * that holds now. It can compare no date with the end of a task, so the tasks have to be read.
 */
final class AskedEngine {

    private static final int OFTEN = 7;

    private AskedEngine() {}

    /** @param arguments the database's properties; prints the milliseconds that each time took */
    public static void main(String[] arguments) {
        try (ConfigurableApplicationContext bare = new SpringApplicationBuilder(BareApplication.class)
                .web(WebApplicationType.NONE)
                .run(arguments)) {
            HistoryService history = bare.getBean(ProcessEngine.class).getHistoryService();
            Date now = Date.from(Instant.now());
            Date from = Date.from(Instant.now().minus(Duration.ofDays(90)));
            for (int each = 0; each < OFTEN; each++) {
                long start = System.nanoTime();
                List<HistoricTaskInstance> due = history.createHistoricTaskInstanceQuery()
                        .taskDueAfter(from)
                        .taskDueBefore(now)
                        .list();
                long late = due.stream()
                        .filter(task ->
                                task.getEndTime() == null || task.getEndTime().after(task.getDueDate()))
                        .count();
                System.out.println(
                        "milliseconds " + (System.nanoTime() - start) / 1e6 + " late " + late + " of " + due.size());
            }
        }
        System.exit(0);
    }

    /** The median, in milliseconds. */
    static double asked(Store store) {
        List<String> arguments = new ArrayList<>();
        BareApplication.settings(store).forEach((name, value) -> arguments.add("--" + name + "=" + value));
        double[] times = Forked.run(AskedEngine.class, 512, arguments).stream()
                .filter(line -> line.startsWith("milliseconds "))
                .mapToDouble(line -> Double.parseDouble(line.split(" ")[1]))
                .toArray();
        Arrays.sort(times);
        return times[times.length / 2];
    }
}
