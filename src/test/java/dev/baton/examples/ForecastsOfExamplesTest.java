package dev.baton.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.metrics.Calibration;
import dev.baton.metrics.Forecasts;
import dev.baton.metrics.Period;
import dev.baton.metrics.Question;
import dev.baton.metrics.Scope;
import dev.baton.metrics.Trials;
import dev.baton.requests.DeliveryForecast;
import dev.baton.shared.MovableClock;
import dev.baton.testkit.BatonProcess;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A year of example history up to a fixed day, so that it is the same on every day on which this runs. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:example-year;DB_CLOSE_DELAY=-1",
            "baton.embedded.examples=false",
            "db-scheduler.enabled=false",
            "baton.outbox.sending=false",
            "spring.main.banner-mode=off"
        })
@ActiveProfiles("embedded")
class ForecastsOfExamplesTest {

    private static final Instant TODAY = Instant.parse("2026-03-02T12:00:00Z");

    @DynamicPropertySource
    static void ports(DynamicPropertyRegistry properties) {
        properties.add("baton.embedded.smtp-port", BatonProcess::freePort);
        properties.add("baton.embedded.imap-port", BatonProcess::freePort);
    }

    @Autowired
    ExampleHistory history;

    @Autowired
    Forecasts forecasts;

    @Autowired
    MovableClock clock;

    @Test
    void eightyFivePercentAreAboutEightyFivePercent() {
        clock.set(TODAY);
        int made = history.make(8);
        Trials trials = forecasts.trials(new Question(
                Scope.ALL,
                new Period(TODAY.minus(Duration.ofDays(42)), TODAY),
                TODAY,
                ZoneId.of("Europe/Berlin"),
                true));

        Calibration told = trials.byShare().get(DeliveryForecast.SHARE);
        assertThat(made).isGreaterThan(200);
        assertThat(trials.asked()).isGreaterThan(150);
        assertThat(told.held().denominator()).isGreaterThan(100);
        assertThat(told.held().value()).isBetween(.80, .90);
    }
}
