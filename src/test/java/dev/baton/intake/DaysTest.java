package dev.baton.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-14",
                "2026/3/14",
                "14.3.2026",
                "14. 03. 2026",
                "14 March 2026",
                "14th of March, 2026",
                "March 14, 2026",
                "Mar 14th 2026",
                "Saturday 14 March 2026 at the latest",
                "Sat, 14 Mar 2026",
                "14. März 2026",
                "14 mars 2026",
                "14 de marzo de 2026",
                "14 maart 2026"
            })
    void aDayIsReadInManyNotations(String text) {
        assertThat(Days.only(text)).contains(LocalDate.of(2026, 3, 14));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3/14/2026",
                "3/4/2026",
                "next Friday",
                "14 March",
                "31.2.2026",
                "14.3.26",
                "2026-03-14 or 2026-03-15",
                "call 0141 3 2026",
                ""
            })
    void aDayThatCanBeReadInTwoWaysIsNotGuessed(String text) {
        assertThat(Days.only(text)).isEmpty();
    }
}
