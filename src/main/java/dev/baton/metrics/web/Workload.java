package dev.baton.metrics.web;

import dev.baton.metrics.OpenRequest;
import dev.baton.metrics.TaskFact;
import dev.baton.people.People;
import dev.baton.people.Team;
import dev.baton.shared.EmailAddress;
import dev.baton.tasks.HandOver;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The tasks that wait for somebody, by the team that has them and by step. */
final class Workload {

    /** The team of those who are in none. */
    static final String NO_TEAM = "-";

    /** The team of what is with nobody. */
    static final String NOBODY = "--";

    private final List<Waiting> all;

    private Workload(List<Waiting> all) {
        this.all = all;
    }

    /** How a task stands by its date. */
    enum Due {
        LATE,
        THIS_WEEK,
        LATER,
        UNDATED;

        /** As it stands in addresses. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A task that waits.
     *
     * @param teams the first team of each who has it
     */
    record Waiting(OpenRequest open, TaskFact task, Due due, Set<String> teams) {

        /** Which step of which workflow it is. */
        String step() {
            return task.request().workflow() + "/" + task.key();
        }
    }

    /** How many of one team, or of one step, wait. */
    record Count(String key, String name, long open, long late, long thisWeek, long undated) {}

    /** @param holders whom each of them is with */
    static Workload of(
            List<OpenRequest> open, Map<String, List<HandOver>> holders, People people, Instant asOf, ZoneId zone) {
        Instant weekEnds = LocalDate.ofInstant(asOf, zone)
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .atStartOfDay(zone)
                .toInstant();
        Map<EmailAddress, String> teams = new HashMap<>();
        List<Waiting> all = new ArrayList<>();
        for (OpenRequest one : open) {
            for (TaskFact task : one.waiting()) {
                Set<String> with = new TreeSet<>();
                for (HandOver holder : holders.getOrDefault(task.id().toString(), List.of())) {
                    with.add(teams.computeIfAbsent(holder.person(), person -> team(person, people)));
                }
                all.add(new Waiting(one, task, due(task, asOf, weekEnds), with.isEmpty() ? Set.of(NOBODY) : with));
            }
        }
        return new Workload(all);
    }

    private static String team(EmailAddress person, People people) {
        List<String> teams = people.personOrStranger(person).teams();
        return teams.isEmpty() ? NO_TEAM : teams.get(0);
    }

    private static Due due(TaskFact task, Instant asOf, Instant weekEnds) {
        return task.promised()
                .map(due -> due.isBefore(asOf) ? Due.LATE : due.isBefore(weekEnds) ? Due.THIS_WEEK : Due.LATER)
                .orElse(Due.UNDATED);
    }

    List<Waiting> all() {
        return all;
    }

    /** Those of one team, one step and one date, soonest promise first; empty for all. */
    List<Waiting> wanted(Optional<String> team, Optional<String> step, Optional<String> due) {
        return all.stream()
                .filter(each -> team.map(each.teams()::contains).orElse(true))
                .filter(each -> step.map(each.step()::equals).orElse(true))
                .filter(each -> due.map(each.due().word()::equals).orElse(true))
                .sorted(Comparator.comparing(each -> each.task().promised().orElse(Instant.MAX)))
                .toList();
    }

    /** @param what by what they are counted: team or step */
    static CsvTable csv(String what, List<Count> counts) {
        return CsvTable.of(
                "workload-by-" + what,
                List.of(
                        "metrics.workload." + what,
                        "metrics.workload.open",
                        "metrics.open.late",
                        "metrics.workload.this-week",
                        "metrics.campaigns.undated"),
                counts,
                each -> CsvTable.row(each.name(), each.open(), each.late(), each.thisWeek(), each.undated()));
    }

    /** By team in the order of the people file, then those in no team, and what is with nobody. */
    List<Count> byTeam(People people, Function<String, String> name) {
        Map<String, long[]> counts = new LinkedHashMap<>();
        people.teams().stream().map(Team::key).forEach(key -> counts.put(key, new long[Due.values().length]));
        counts.put(NO_TEAM, new long[Due.values().length]);
        counts.put(NOBODY, new long[Due.values().length]);
        all.forEach(each -> each.teams()
                .forEach(team -> counts.computeIfAbsent(team, gone -> new long[Due.values().length])[
                        each.due().ordinal()]++));
        return counts(counts, name);
    }

    /** By step, by name. */
    List<Count> byStep(Function<Waiting, String> name) {
        Map<String, long[]> counts = new LinkedHashMap<>();
        Map<String, String> names = new HashMap<>();
        for (Waiting each : all) {
            names.computeIfAbsent(each.step(), first -> name.apply(each));
            counts.computeIfAbsent(each.step(), none -> new long[Due.values().length])[
                    each.due().ordinal()]++;
        }
        return counts(counts, key -> names.getOrDefault(key, key)).stream()
                .sorted(Comparator.comparing(Count::name))
                .toList();
    }

    private static List<Count> counts(Map<String, long[]> counts, Function<String, String> name) {
        List<Count> rows = new ArrayList<>();
        counts.forEach((key, by) -> {
            long open = by[0] + by[1] + by[2] + by[3];
            if (open > 0) {
                rows.add(new Count(
                        key,
                        name.apply(key),
                        open,
                        by[Due.LATE.ordinal()],
                        by[Due.THIS_WEEK.ordinal()],
                        by[Due.UNDATED.ordinal()]));
            }
        });
        return rows;
    }
}
