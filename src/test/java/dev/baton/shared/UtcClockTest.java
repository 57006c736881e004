package dev.baton.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class UtcClockTest {

    @Test
    void inAnotherZoneItTellsTheSameMoments() {
        MovableClock clock = new MovableClock();
        Clock inBerlin = clock.withZone(ZoneId.of("Europe/Berlin"));

        clock.set(Instant.parse("2026-03-02T08:00:00Z"));

        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(inBerlin.getZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(inBerlin.instant()).isEqualTo(Instant.parse("2026-03-02T08:00:00Z"));
    }
}
