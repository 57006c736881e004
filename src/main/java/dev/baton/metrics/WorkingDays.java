package dev.baton.metrics;

import dev.baton.people.People;
import dev.baton.people.WorkingCalendar;
import dev.baton.people.WorkingCalendar.Stretch;
import dev.baton.shared.Rows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps which hours each team worked on each day, so that a calendar that is changed afterwards changes no length that
 * was told before (docs/decisions/0103).
 */
@Component
class WorkingDays {

    /** Under which the organisation's own calendar is kept, for requests that are with no team. */
    private static final String ORGANISATION = "";

    private static final Duration READ_AGAIN = Duration.ofHours(1);
    private static final String INSERT =
            "insert into fact_working_hours (team, work_day, part, starts_at, ends_at) values (?, ?, ?, ?, ?)";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final People people;
    private final Clock clock;
    private volatile @Nullable Known known;

    WorkingDays(JdbcClient jdbc, JdbcTemplate batches, People people, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.people = people;
        this.clock = clock;
    }

    /** What was read, and what it was read for. */
    private record Known(Object stamp, TeamHours hours) {}

    /** The hours of each team, and of the organisation. */
    record TeamHours(Map<String, WorkedHours> teams, WorkedHours organisation) {

        /** The hours of the team; the organisation's where it is not known, or null. */
        WorkedHours of(@Nullable String team) {
            WorkedHours ofTeam = team == null ? null : teams.get(team);
            return ofTeam == null ? organisation : ofTeam;
        }
    }

    /**
     * As they are known now; to be asked for once for many requests. Read again every hour, in case another node wrote
     * down a day, and as soon as the people file has changed.
     */
    TeamHours hours() {
        Object stamp = List.of(
                clock.instant().getEpochSecond() / READ_AGAIN.toSeconds(), people.teams(), people.defaultCalendar());
        Known last = known;
        if (last == null || !last.stamp().equals(stamp)) {
            last = read(stamp);
            known = last;
        }
        return last.hours();
    }

    private Known read(Object stamp) {
        Map<String, Map<LocalDate, List<Stretch>>> recorded = new HashMap<>();
        jdbc.sql("select team, work_day, starts_at, ends_at from fact_working_hours order by team, work_day, part")
                .query(row -> {
                    List<Stretch> day = recorded.computeIfAbsent(row.getString("team"), none -> new HashMap<>())
                            .computeIfAbsent(row.getObject("work_day", LocalDate.class), none -> new ArrayList<>(2));
                    Instant start = Rows.instantOrNull(row, "starts_at");
                    if (start != null) {
                        day.add(new Stretch(start, Rows.instant(row, "ends_at")));
                    }
                });
        Map<String, WorkedHours> teams = new HashMap<>();
        calendars()
                .forEach((team, calendar) ->
                        teams.put(team, new WorkedHours(calendar, recorded.getOrDefault(team, Map.of()))));
        WorkedHours organisation = Objects.requireNonNull(teams.remove(ORGANISATION));
        return new Known(stamp, new TeamHours(teams, organisation));
    }

    private Map<String, WorkingCalendar> calendars() {
        Map<String, WorkingCalendar> calendars = new HashMap<>();
        people.teams().forEach(team -> calendars.put(team.key(), team.calendar()));
        calendars.put(ORGANISATION, people.defaultCalendar());
        return calendars;
    }

    /** Writes down every day that has begun since the first fact and is not written down yet. */
    @Transactional
    void record() {
        jdbc.sql("select at from fact_request order by at fetch first 1 row only")
                .query((row, number) -> Rows.instant(row, "at"))
                .optional()
                .ifPresent(first -> calendars().forEach((team, calendar) -> record(team, calendar, first)));
        known = null;
    }

    private void record(String team, WorkingCalendar calendar, Instant first) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), calendar.zone());
        List<LocalDate> written = jdbc.sql("select distinct work_day from fact_working_hours where team = ?")
                .param(team)
                .query(LocalDate.class)
                .list();
        List<LocalDate> missing = new ArrayList<>(LocalDate.ofInstant(first, calendar.zone())
                .datesUntil(today.plusDays(1))
                .toList());
        missing.removeAll(new HashSet<>(written));
        List<Object[]> rows = new ArrayList<>();
        missing.forEach(day -> rows.addAll(rows(team, day, calendar.hoursOf(day))));
        batches.batchUpdate(INSERT, rows);
    }

    private static List<Object[]> rows(String team, LocalDate day, List<Stretch> hours) {
        if (hours.isEmpty()) {
            return List.<Object[]>of(new Object[] {team, day, 0, null, null});
        }
        List<Object[]> rows = new ArrayList<>();
        for (Stretch stretch : hours) {
            rows.add(new Object[] {team, day, rows.size(), Rows.at(stretch.start()), Rows.at(stretch.end())});
        }
        return rows;
    }
}
