package dev.baton.benchmark;

import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * A Boot application with the engine, web and actuator and nothing else on the same class path. It carries no
 * stereotype, or the scan of Baton's own tests would find it.
 */
@EnableAutoConfiguration(
        excludeName = {
            "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration",
            "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerActuatorAutoConfiguration",
            "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerMetricsAutoConfiguration"
        })
class BareApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(BareApplication.class, arguments);
    }

    /** The properties of one on this database, without Baton's own application.yml and migrations. */
    static Map<String, String> settings(Store store) {
        Map<String, String> settings = new HashMap<>(store.properties());
        settings.put("spring.config.name", "bare");
        settings.put("spring.flyway.enabled", "false");
        settings.put("spring.main.banner-mode", "off");
        settings.put("spring.datasource.hikari.maximum-pool-size", "16");
        settings.put("spring.datasource.hikari.transaction-isolation", "TRANSACTION_READ_COMMITTED");
        return settings;
    }

    @Bean
    SpringProcessEngineConfiguration engineConfiguration(DataSource database, PlatformTransactionManager transactions) {
        SpringProcessEngineConfiguration engine = new SpringProcessEngineConfiguration();
        engine.setDataSource(database);
        engine.setTransactionManager(transactions);
        engine.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        engine.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        engine.setIdGenerator(new StrongUuidGenerator());
        engine.setJobExecutorActivate(true);
        return engine;
    }

    @Bean
    ProcessEngineFactoryBean engine(SpringProcessEngineConfiguration configuration) {
        ProcessEngineFactoryBean engine = new ProcessEngineFactoryBean();
        engine.setProcessEngineConfiguration(configuration);
        return engine;
    }

    /** Without somebody who needs it the factory would make no engine. */
    @Bean
    ApplicationRunner needsTheEngine(ProcessEngine engine) {
        return arguments -> System.out.println("Engine " + engine.getName() + " is up");
    }
}
