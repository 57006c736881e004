package dev.baton.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.baton.engine.spi.ExpressionScope;
import dev.baton.shared.RequestRef;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ModelsAskPeopleTest {

    /** Monday 2 March 2026, 09:30 in London, 10:30 in Berlin. */
    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");

    private final People people = new People(new PeopleFile(Path.of("people.yaml"), PeopleTest.messages()));
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

    private static ExpressionScope scope(Map<String, Object> variables) {
        return new ExpressionScope() {
            @Override
            public Optional<RequestRef> request() {
                return Optional.empty();
            }

            @Override
            public Optional<String> processInstance() {
                return Optional.empty();
            }

            @Override
            public @Nullable Object variable(String name) {
                return variables.get(name);
            }
        };
    }

    @Test
    void aDueDateIsInTheAssigneesWorkingTimeElseInTheTeams() {
        var dueDates = new WorkingDueDates(people);
        Instant five = Instant.parse("2026-03-03T16:00:00Z");
        Instant halfPastFiveInLondon = Instant.parse("2026-03-03T17:30:00Z");

        assertThat(dueDates.due("P1D", "ines@example.com", List.of("legal"), NOW))
                .isEqualTo(five);
        assertThat(dueDates.due("P1D", null, List.of("legal", "design"), NOW)).isEqualTo(halfPastFiveInLondon);
        assertThat(dueDates.due("P1D", "maria@example.com", List.of(), NOW)).isEqualTo(halfPastFiveInLondon);
        assertThat(dueDates.due("P1D", null, List.of(), NOW)).isEqualTo(five);
        assertThatIllegalArgumentException().isThrownBy(() -> dueDates.due("soon", null, List.of(), NOW));
    }

    @Test
    void aModelAsksForLeadsAndMembers() {
        var questions = (PeopleInModels.Questions) new PeopleInModels(people).valueFor(scope(Map.of()));

        assertThat(questions.lead("design")).isEqualTo("ines@example.com");
        assertThat(questions.members("legal")).containsExactly("maria@example.com", "ben@example.com");
        assertThat(questions.name("nadia@example.com")).isEqualTo("Nadia Brandt");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> questions.lead("desing"))
                .withMessage("There is no team 'desing'");
    }

    @Test
    void theTeamIsTheOneThatHasTheRequest() {
        var name = new TeamInModels(people);

        assertThat(name.valueFor(scope(Map.of()))).isNull();
        var legal = (TeamInModels.Visible) name.valueFor(scope(Map.of("team", "legal")));
        assertThat(legal.lead()).isEqualTo("maria@example.com");
        assertThat(legal).hasToString("legal");
    }

    @Test
    void theCalendarCountsInTheTeamsWorkingTime() {
        var name = new CalendarInModels(people, clock);
        var berlin = (CalendarInModels.FromNow) name.valueFor(scope(Map.of()));
        var london = (CalendarInModels.FromNow) name.valueFor(scope(Map.of("team", "legal")));

        assertThat(berlin.workingDays(3)).isEqualTo("2026-03-05T16:00:00Z");
        assertThat(london.workingDays(3)).isEqualTo("2026-03-05T17:30:00Z");
        assertThat(berlin.workingHours(2)).isEqualTo("2026-03-02T11:30:00Z");
        assertThat(berlin.due("2026-03-06")).isEqualTo("2026-03-06T16:00:00Z");
        assertThat(berlin.isWorkingTime()).isTrue();
    }
}
