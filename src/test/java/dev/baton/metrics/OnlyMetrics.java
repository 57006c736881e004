package dev.baton.metrics;

import dev.baton.engine.spi.OpenTask;
import dev.baton.engine.spi.TaskObserver;
import dev.baton.requests.Promises;
import dev.baton.shared.EmailAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** The measures with what they stand on, and tasks that promise what their model says. */
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
        excludeFilters =
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Contract|Test)(\\$.*)?|.*\\.web\\..*"))
@ConfigurationPropertiesScan({"dev.baton.engine", "dev.baton.shared", "dev.baton.people", "dev.baton.outbox"})
class OnlyMetrics {

    @Bean
    Desk desk(ObjectProvider<Promises> promises) {
        return new Desk(promises);
    }

    /** Keeps the open tasks and writes down their first promise. */
    static class Desk implements TaskObserver {

        final Map<String, OpenTask> open = new LinkedHashMap<>();
        boolean promising = true;
        private final ObjectProvider<Promises> promises;

        Desk(ObjectProvider<Promises> promises) {
            this.promises = promises;
        }

        @Override
        public void opened(OpenTask task) {
            open.put(task.id(), task);
            if (promising && task.dueAt() != null) {
                promises.getObject()
                        .make(task.request(), task.id(), task.dueAt(), EmailAddress.of("nadia@example.com"), null);
            }
        }

        @Override
        public void completed(OpenTask task) {
            open.remove(task.id());
        }

        @Override
        public void withdrawn(OpenTask task) {
            open.remove(task.id());
        }
    }
}
