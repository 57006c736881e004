package dev.baton.benchmark;

import dev.baton.models.Workflow;
import dev.baton.models.Workflows;
import dev.baton.requests.NewRequest;
import dev.baton.requests.Requests;
import dev.baton.shared.EmailAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * What facts cost the engine: tasks are completed in lots, by turns with its own history alone and with facts too. Each
 * completion ends a task and makes the next one, in a transaction of its own.
 */
final class FactCost {

    private static final int LOT = 200;
    private static final int LOTS = 20;
    private static final EmailAddress PETRA = EmailAddress.of("petra@customer.example");

    private FactCost() {}

    /** @param arguments the database's properties; prints the median milliseconds of both */
    public static void main(String[] arguments) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        List<String> all = new ArrayList<>(List.of(
                "--baton.models=src/test/resources/models/poster",
                "--baton.people=people.yaml",
                "--db-scheduler.enabled=false",
                "--baton.engine.job-executor=false"));
        all.addAll(List.of(arguments));
        try (ConfigurableApplicationContext baton = new SpringApplicationBuilder(WithoutTasks.class)
                .web(WebApplicationType.NONE)
                .run(all.toArray(String[]::new))) {
            measure(baton);
        }
        System.exit(0);
    }

    /** The measures with what they stand on, without tasks and their promises, which would be made on both sides. */
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = {
                "dev.baton.engine",
                "dev.baton.shared",
                "dev.baton.people",
                "dev.baton.models",
                "dev.baton.outbox",
                "dev.baton.requests",
                "dev.baton.metrics"
            },
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.web\\..*"))
    @ConfigurationPropertiesScan({"dev.baton.engine", "dev.baton.shared", "dev.baton.people", "dev.baton.outbox"})
    static class WithoutTasks {}

    private static void measure(ConfigurableApplicationContext baton) {
        ProcessEngine engine = baton.getBean(ProcessEngine.class);
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        HistoryEventHandler withFacts = configuration.getHistoryEventHandler();
        HistoryEventHandler bare = new DbHistoryEventHandler();
        List<Task> open = opened(baton, engine);
        double[][] times = new double[2][LOTS / 2 * LOT];
        int[] counts = new int[2];
        for (int lot = 0; lot < LOTS * 2; lot++) {
            int side = lot % 2;
            configuration.setHistoryEventHandler(side == 0 ? bare : withFacts);
            for (int i = 0; i < LOT; i++) {
                String task = open.get(lot * LOT + i).getId();
                long begun = System.nanoTime();
                engine.getTaskService().complete(task, Map.of("checked", "accept"));
                double took = (System.nanoTime() - begun) / 1e6;
                if (lot >= LOTS) {
                    times[side][counts[side]++] = took;
                }
            }
        }
        System.out.println("bare " + median(times[0]));
        System.out.println("facts " + median(times[1]));
    }

    private static List<Task> opened(ConfigurableApplicationContext baton, ProcessEngine engine) {
        Requests requests = baton.getBean(Requests.class);
        Workflow workflow = baton.getBean(Workflows.class).byKey("poster").orElseThrow();
        for (int number = 0; number < LOTS * 2 * LOT; number++) {
            requests.open(NewRequest.of(workflow, "Poster " + number, PETRA, "Petra")
                    .with(Map.of("title", "Poster " + number), List.of()));
        }
        return engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey("check")
                .list();
    }

    private static double median(double[] times) {
        return Arrays.stream(times).sorted().skip(times.length / 2).findFirst().orElseThrow();
    }
}
