package dev.baton.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Spring sale | Spring sale",
                "Re: Spring sale | Spring sale",
                "AW: WG: Fwd: Spring sale | Spring sale",
                "RE[2]: [LAUNCH-42] [EXT] Re: Spring sale | Spring sale",
                "Report: numbers for May | Report: numbers for May",
                "Spring sale [draft] | Spring sale [draft]",
                "Re: | ''"
            })
    void aSubjectLosesWhatProgramsPutInFrontOfIt(String subject, String plain) {
        assertThat(Subject.plain(subject)).isEqualTo(plain);
    }
}
