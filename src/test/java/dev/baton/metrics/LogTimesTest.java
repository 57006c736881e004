package dev.baton.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogTimesTest {

    private final LogTimes berlin = new LogTimes(ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2017-01-02T11:41:53Z|2017-01-02T11:41:53Z",
                "2017-01-02T11:41:53+01:00|2017-01-02T10:41:53Z",
                "2017-01-02T11:41:53.250+0530|2017-01-02T06:11:53.250Z",
                "2017-01-02 11:41:53+01|2017-01-02T10:41:53Z",
                "2017-01-02 11:41:53 UTC|2017-01-02T11:41:53Z",
                "2017-01-02 11:41:53|2017-01-02T10:41:53Z",
                "2017-01-02 11:41:53,5|2017-01-02T10:41:53.500Z",
                "2017/07/02 11:41:53|2017-07-02T09:41:53Z",
                "2.1.2017 11:41|2017-01-02T10:41:00Z",
                "2017-01-02|2017-01-01T23:00:00Z",
                "1483357313|2017-01-02T11:41:53Z",
                "1483357313250|2017-01-02T11:41:53.250Z"
            })
    void timesAreReadAsOtherToolsWriteThem(String text, Instant time) throws Exception {
        assertThat(berlin.read(text, false)).isEqualTo(time);
    }

    /** The clocks go from two to three in the night to 26 March 2017, and from three to two in that to 29 October. */
    @ParameterizedTest
    @CsvSource({"2017-03-26 02:30:00,2017-03-26T01:30:00Z", "2017-10-29 02:30:00,2017-10-29T00:30:00Z"})
    void anHourThatIsMissingIsTheNextAndOneThatComesTwiceTheFirst(String text, Instant time) throws Exception {
        assertThat(berlin.read(text, false)).isEqualTo(time);
    }

    @Test
    void aDayThatSomethingIsDueLastsToItsEnd() throws Exception {
        assertThat(berlin.read("2017-03-26", true)).isEqualTo(Instant.parse("2017-03-26T22:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"03/04/2017,time", "soon,time", "2017-13-01,time", "2017-01-02T25:00:00Z,time", "' ',no-time"})
    void whatIsNoTimeIsRefused(String text, String why) {
        assertThatExceptionOfType(LogTimes.Unreadable.class)
                .isThrownBy(() -> berlin.read(text, false))
                .satisfies(unreadable -> assertThat(unreadable.key()).isEqualTo(why));
    }

    @Test
    void aTimeWithoutAZoneIsRefusedWhereNoneIsSaid() {
        assertThatExceptionOfType(LogTimes.Unreadable.class)
                .isThrownBy(() -> new LogTimes(null).read("2017-01-02 11:41:53", false))
                .satisfies(unreadable -> assertThat(unreadable.key()).isEqualTo("no-zone"));
    }
}
