package dev.baton.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.people.Absence;
import dev.baton.people.Person;
import dev.baton.people.Role;
import dev.baton.people.WorkingCalendar;
import dev.baton.shared.EmailAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When somebody's working day begins, which is when a digest comes: Monday to Friday from nine in their zone. */
class ReaderTest {

    private static Reader in(String zone, Absence... away) {
        ZoneId where = ZoneId.of(zone);
        return new Reader(
                new Person(
                        EmailAddress.of("nadia@example.com"),
                        "Nadia Brandt",
                        Set.of(),
                        Set.of(Role.PARTICIPANT),
                        List.of(),
                        where,
                        List.of(away)),
                WorkingCalendar.nineToFive(where),
                QuietSettings.USUAL);
    }

    @ParameterizedTest
    @CsvSource({
        // Clocks go forward on Sunday 29 March 2026 in Berlin, and back on Sunday 25 October.
        "Europe/Berlin, 2026-03-27T08:00:00Z, 2026-03-30T07:00:00Z",
        "Europe/Berlin, 2026-03-28T23:30:00Z, 2026-03-30T07:00:00Z",
        "Europe/Berlin, 2026-10-23T07:00:00Z, 2026-10-26T08:00:00Z",
        // An hour before work, at its very beginning, and a second later.
        "Europe/Berlin, 2026-03-03T07:00:00Z, 2026-03-03T08:00:00Z",
        "Europe/Berlin, 2026-03-03T08:00:00Z, 2026-03-04T08:00:00Z",
        "Europe/Berlin, 2026-03-03T08:00:01Z, 2026-03-04T08:00:00Z",
        // Over the date line it is Saturday already, or still Friday.
        "Pacific/Auckland, 2026-03-06T12:00:00Z, 2026-03-08T20:00:00Z",
        "Pacific/Honolulu, 2026-03-06T12:00:00Z, 2026-03-06T19:00:00Z",
        // Half an hour and three quarters beside the others.
        "Asia/Kolkata, 2026-03-03T12:00:00Z, 2026-03-04T03:30:00Z",
        "Asia/Kathmandu, 2026-03-03T12:00:00Z, 2026-03-04T03:15:00Z"
    })
    void aDigestComesWhenTheNextWorkingDayBeginsThere(String zone, Instant now, Instant next) {
        assertThat(in(zone).nextDigest(now)).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-27T16:00:00Z, 2026-03-30T07:00:00Z",
        "Europe/Berlin, 2026-03-27T15:59:59Z, 2026-03-27T15:59:59Z",
        "Europe/Berlin, 2026-10-25T01:30:00Z, 2026-10-26T08:00:00Z",
        "America/New_York, 2026-03-03T08:00:00Z, 2026-03-03T14:00:00Z"
    })
    void workBeginsAgainThere(String zone, Instant now, Instant next) {
        assertThat(in(zone).nextWork(now)).isEqualTo(next);
    }

    @Test
    void theDayOfABudgetIsADayThere() {
        Instant evening = Instant.parse("2026-03-02T22:30:00Z");

        assertThat(in("Europe/Berlin").day(evening)).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(in("Pacific/Auckland").day(evening)).isEqualTo(LocalDate.of(2026, 3, 3));
    }

    @Test
    void daysAwayAreDaysOff() {
        Reader reader = in(
                "Europe/Berlin",
                new Absence(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 6), null),
                new Absence(LocalDate.of(2026, 3, 9), LocalDate.of(2026, 3, 9), null));
        Instant monday = Instant.parse("2026-03-02T15:00:00Z");

        assertThat(reader.works(monday)).isTrue();
        assertThat(reader.readsOn(LocalDate.of(2026, 3, 3))).isFalse();
        assertThat(reader.works(Instant.parse("2026-03-03T10:00:00Z"))).isFalse();
        assertThat(reader.nextDigest(monday)).isEqualTo(Instant.parse("2026-03-10T08:00:00Z"));
        assertThat(reader.nextWork(Instant.parse("2026-03-03T10:00:00Z")))
                .isEqualTo(Instant.parse("2026-03-10T08:00:00Z"));
    }

    @Test
    void whoeverIsAwayForEverIsWrittenToAllTheSame() {
        Reader reader = in("Europe/Berlin", new Absence(LocalDate.of(2026, 1, 1), LocalDate.of(2036, 1, 1), null));

        assertThat(reader.nextDigest(Instant.parse("2026-03-03T12:00:00Z")))
                .isEqualTo(Instant.parse("2026-03-04T08:00:00Z"));
        assertThat(reader.readsOn(LocalDate.of(2026, 3, 4))).isTrue();
        assertThat(reader.readsOn(LocalDate.of(2026, 3, 7))).as("a Saturday").isFalse();
    }
}
