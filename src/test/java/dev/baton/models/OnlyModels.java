package dev.baton.models;

import dev.baton.engine.spi.ExpressionName;
import dev.baton.engine.spi.ExpressionScope;
import dev.baton.engine.spi.OpenTask;
import dev.baton.engine.spi.ProcessObserver;
import dev.baton.engine.spi.TaskObserver;
import dev.baton.shared.RequestRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * Models with what they stand on, and somebody who hears of tasks and endings. No {@code @Configuration}, so that tests
 * of the whole application do not find it.
 */
@EnableAutoConfiguration
@ComponentScan(
        basePackages = {
            "dev.baton.engine",
            "dev.baton.shared",
            "dev.baton.people",
            "dev.baton.outbox",
            "dev.baton.models"
        },
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Contract|Test)\\$.*"))
@ConfigurationPropertiesScan({"dev.baton.engine", "dev.baton.shared", "dev.baton.people", "dev.baton.outbox"})
class OnlyModels {

    @Bean
    Office office() {
        return new Office();
    }

    @Bean
    ExpressionName request() {
        return new Known("request", Map.of("requester", "rita@example.com", "owner", "nadia@example.com"));
    }

    @Bean
    ExpressionName votes(Office office) {
        return new Known("votes", office.votes);
    }

    record Known(String name, Object value) implements ExpressionName {
        @Override
        public Object valueFor(ExpressionScope scope) {
            return value;
        }
    }

    /** Keeps the open tasks and how each request ended. */
    static class Office implements TaskObserver, ProcessObserver {
        final List<OpenTask> open = new ArrayList<>();
        final Map<String, String> endings = new HashMap<>();
        final Map<String, String> settled = new HashMap<>();
        final Map<String, Integer> votes = new HashMap<>();

        @Override
        public void opened(OpenTask task) {
            open.add(task);
        }

        @Override
        public void completed(OpenTask task) {
            open.removeIf(other -> other.id().equals(task.id()));
        }

        @Override
        public void withdrawn(OpenTask task) {
            open.removeIf(other -> other.id().equals(task.id()));
        }

        @Override
        public void ended(RequestRef request, Optional<String> closedBecause) {
            endings.put(request.toString(), closedBecause.orElse("delivered"));
        }

        @Override
        public void settled(RequestRef request, String name, String value) {
            settled.put(name, value);
        }
    }
}
