package dev.baton.testkit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Gives each context of a {@link BatonTest} a database of its own, whatever else the test says of its context. */
class TestDatabase implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> test, List<ContextConfigurationAttributes> configuration) {
        return TestContextAnnotationUtils.hasAnnotation(test, BatonTest.class) ? new OwnDatabase() : null;
    }

    private record OwnDatabase() implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration test) {
            boolean postgres = "postgres".equals(context.getEnvironment().getProperty("testkit.database"));
            Map<String, String> database = postgres ? Databases.postgresForApplication() : Databases.h2ForApplication();
            TestPropertyValues.of(database).applyTo(context);
        }
    }
}
