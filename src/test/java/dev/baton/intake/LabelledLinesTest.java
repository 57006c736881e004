package dev.baton.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LabelledLinesTest {

    private static final Map<String, String> NAMES = Map.of(
            "goal",
            "goal",
            "whatshoulditachieve",
            "goal",
            "launchdate",
            "launchDate",
            "whenshoulditgoout",
            "launchDate");

    private static LabelledLines read(String text) {
        return LabelledLines.of(text, NAMES, Set.of("goal"));
    }

    @Test
    void namesAreFoundWhateverCaseSpacesAndSigns() {
        assertThat(read("GOAL: more\nlaunch-date = 14 March").values())
                .containsEntry("goal", "more")
                .containsEntry("launchDate", "14 March");
        assertThat(read("- Goal: more\n2. Launch date: today").values()).containsOnlyKeys("goal", "launchDate");
    }

    @Test
    void aQuestionIsANameAndItsAnswerMayStandBehindOrBelowIt() {
        assertThat(read("What should it achieve? 200 registrations").values())
                .containsEntry("goal", "200 registrations");
        assertThat(read("When should it go out?\n14 March 2026\n\nBye").values())
                .containsEntry("launchDate", "14 March 2026");
    }

    @Test
    void aLongTextGoesOnUpToAnEmptyLine() {
        LabelledLines lines = read("Goal: 200 registrations\nfrom hospitals\n\nMore later");
        assertThat(lines.values()).containsEntry("goal", "200 registrations\nfrom hospitals");
        assertThat(lines.rest()).isEqualTo("More later");
    }

    @Test
    void everythingElseIsLeftAsItIs() {
        LabelledLines lines = read("Hello,\nsee http://example.com: it is late\ngoal: more");
        assertThat(lines.rest()).isEqualTo("Hello,\nsee http://example.com: it is late");
    }

    @Test
    void theFirstLineOfANameCounts() {
        assertThat(read("goal: one\n\ngoal: two").values()).containsEntry("goal", "one");
    }
}
