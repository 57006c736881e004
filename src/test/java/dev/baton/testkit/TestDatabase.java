package dev.baton.testkit;

import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives each test context a database of its own. */
class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        boolean postgres = "postgres".equals(context.getEnvironment().getProperty("testkit.database"));
        Map<String, String> database = postgres ? Databases.postgres() : Databases.h2();
        TestPropertyValues.of(database).applyTo(context);
    }
}
