package dev.baton.people;

import dev.baton.engine.spi.DueDates;
import dev.baton.shared.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Due dates in the working time of whoever has the task: the assignee's calendar, else the first team's. */
@Component
class WorkingDueDates implements DueDates {

    private final People people;

    WorkingDueDates(People people) {
        this.people = people;
    }

    @Override
    public Instant due(String text, @Nullable String assignee, List<String> groups, Instant from) {
        return calendar(assignee, groups).due(text, from);
    }

    private WorkingCalendar calendar(@Nullable String assignee, List<String> groups) {
        return Optional.ofNullable(assignee)
                .flatMap(EmailAddress::parse)
                .map(people::calendarOf)
                .orElseGet(() ->
                        groups.stream().findFirst().map(people::calendarOfTeam).orElseGet(people::defaultCalendar));
    }
}
