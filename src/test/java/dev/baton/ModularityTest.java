package dev.baton;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    private static final JavaClasses BATON = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.baton");

    @Test
    void modulesUseOnlyWhatTheDesignAllows() {
        ApplicationModules.of(BatonApplication.class).verify();
    }

    @Test
    void onlyEngineKnowsTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.baton.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda.bpm.engine..")
                .check(BATON);
    }

    @Test
    void onlyModelsReadsModelFiles() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.baton.engine..", "dev.baton.models..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda.bpm..")
                .check(BATON);
    }

    /** A stream of rows keeps its connection until somebody closes it; sixteen of those, and nothing goes on. */
    @Test
    void noStreamOfRowsIsLeftOpen() {
        noClasses()
                .should()
                .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
                .orShould()
                .callMethodWhere(target(name("queryForStream")))
                .check(BATON);
    }

    @Test
    void onlyInboxAndOutboxSpeakMail() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.baton.inbox..", "dev.baton.outbox..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.mail..")
                .check(BATON);
    }

    static Stream<Class<?>> timesThatCanBeAskedForNow() {
        return Stream.of(
                Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class, OffsetDateTime.class);
    }

    @ParameterizedTest
    @MethodSource("timesThatCanBeAskedForNow")
    void nobodyReadsTheTimePastTheClock(Class<?> time) {
        noClasses().should().callMethod(time, "now").check(BATON);
        noClasses()
                .should()
                .callMethod(time, "now", ZoneId.class)
                .allowEmptyShould(true)
                .check(BATON);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(BATON);
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.baton.shared..")
                .should()
                .callMethod(Clock.class, "systemUTC")
                .check(BATON);
    }
}
