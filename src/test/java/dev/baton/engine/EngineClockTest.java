package dev.baton.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import org.junit.jupiter.api.Test;

class EngineClockTest {

    /** What is planned from the moment, such as a reminder, would else hang on how long the machine took. */
    @Test
    void aMomentOfAClockThatStandsElsewhereIsThatMomentHoweverLongTheEngineTook() {
        Clock elsewhere = Clock.fixed(Instant.parse("2020-03-02T08:00:00.001Z"), ZoneOffset.UTC);
        Date fiftyMillisecondsAgo = Date.from(Instant.now().minusMillis(50));

        assertThat(EngineClock.on(elsewhere, fiftyMillisecondsAgo)).isEqualTo(elsewhere.instant());
    }
}
