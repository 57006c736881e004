package dev.baton.bench.rehearsal;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;

/**
 * What a rehearsal house is made of: the modules that a request goes through, and of Spring Boot only what is named here.
 * There is no mail server, no scheduler and no page among it. It carries no {@code @Configuration}, or the whole
 * application would find it.
 */
@ComponentScan(
        basePackages = {
            "dev.baton.shared",
            "dev.baton.engine",
            "dev.baton.people",
            "dev.baton.models",
            "dev.baton.outbox",
            "dev.baton.requests",
            "dev.baton.tasks"
        },
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = {"dev\\.baton\\.[a-z]+\\.web\\.(?!TaskPageModels).*", ".*(Test|Contract)(\\$.*)?"}))
@ConfigurationPropertiesScan({
    "dev.baton.shared",
    "dev.baton.engine",
    "dev.baton.people",
    "dev.baton.models",
    "dev.baton.outbox",
    "dev.baton.requests",
    "dev.baton.tasks"
})
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    ConfigurationPropertiesAutoConfiguration.class,
    AopAutoConfiguration.class,
    SslAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionManagerCustomizationAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class
})
class HouseConfiguration {

    @Bean
    @Primary
    RehearsalClock rehearsalClock() {
        return new RehearsalClock();
    }
}
