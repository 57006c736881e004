package dev.baton.metrics.web;

import dev.baton.metrics.Measures;
import dev.baton.metrics.OpenRequest;
import dev.baton.metrics.Period;
import dev.baton.metrics.Question;
import dev.baton.metrics.Scope;
import dev.baton.metrics.TaskFact;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import dev.baton.requests.Request;
import dev.baton.requests.RequestFilter;
import dev.baton.requests.RequestState;
import dev.baton.requests.Requests;
import dev.baton.shared.Page;
import dev.baton.shared.RequestRef;
import dev.baton.tasks.HandOver;
import dev.baton.tasks.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the dates that a person's calendar tells of: those the person sees on pages, and no others. */
@Component
class CalendarContents {

    private static final Duration LOOKS_BACK = Duration.ofDays(7L * CalendarWriter.WEEKS_BACK);
    private static final int MOST = 200;

    private final Measures measures;
    private final Viewers viewers;
    private final Tasks tasks;
    private final Requests requests;
    private final People people;
    private final Clock clock;

    CalendarContents(Measures measures, Viewers viewers, Tasks tasks, Requests requests, People people, Clock clock) {
        this.measures = measures;
        this.viewers = viewers;
        this.tasks = tasks;
        this.requests = requests;
        this.people = people;
        this.clock = clock;
    }

    /**
     * The dates of a calendar.
     *
     * @param deadlines soonest first
     * @param holders with whom their tasks are
     * @param older how many passed so long ago that they are left out
     */
    record Contents(List<Deadline> deadlines, Map<String, List<HandOver>> holders, long older, Instant now) {}

    /** Whether the person may look at calendars of teams and campaigns. */
    boolean seesMoreThanOwn(Person reader) {
        return reader.has(Role.OWNER) || reader.has(Role.LEADER);
    }

    /** What stands in the calendar; nothing where the person may not look at it, or not any more. */
    Optional<Contents> of(CalendarOf what, Person reader) {
        if (reader.isStranger() || what.kind() != CalendarOf.Kind.OWN && !seesMoreThanOwn(reader)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return switch (what.kind()) {
            case OWN -> Optional.of(own(reader, now));
            case TEAM -> people.team(what.name()).map(team -> team(team.key(), reader, now));
            case CAMPAIGN -> Optional.of(campaign(what.name(), reader, now));
        };
    }

    private Contents own(Person reader, Instant now) {
        Set<UUID> held = tasks.heldBy(reader.address()).stream()
                .map(HandOver::taskId)
                .map(UUID::fromString)
                .collect(Collectors.toSet());
        Set<RequestRef> mine = requestsOf(reader);
        return contents(
                Scope.ALL,
                reader,
                now,
                (each, task) ->
                        task == null ? mine.contains(each.open().request().ref()) : held.contains(task.id()));
    }

    private Set<RequestRef> requestsOf(Person reader) {
        Set<RequestRef> mine = new HashSet<>();
        String after = null;
        do {
            Page<Request> page = requests.list(RequestFilter.of(reader.address(), RequestState.OPEN), after, MOST);
            page.items().stream()
                    .filter(request -> request.requester().equals(reader.address())
                            || request.owner().equals(reader.address()))
                    .forEach(request -> mine.add(request.ref()));
            after = page.next();
        } while (after != null);
        return mine;
    }

    private Contents team(String key, Person reader, Instant now) {
        List<OpenRequest> open = open(viewers.scopeOf(reader), reader, now);
        Map<String, List<HandOver>> holders = tasks.holders(now);
        Set<UUID> wanted = Workload.of(open, holders, people, now, reader.zone())
                .wanted(Optional.of(key), Optional.empty(), Optional.empty())
                .stream()
                .map(each -> each.task().id())
                .collect(Collectors.toSet());
        return contents(open, holders, now, (each, task) -> task != null && wanted.contains(task.id()));
    }

    private Contents campaign(String name, Person reader, Instant now) {
        return contents(viewers.scopeOf(reader).ofCampaign(name), reader, now, (each, task) -> true);
    }

    private interface Wanted {
        boolean has(Deadline each, @Nullable TaskFact task);
    }

    private Contents contents(Scope scope, Person reader, Instant now, Wanted wanted) {
        return contents(open(scope, reader, now), tasks.holders(now), now, wanted);
    }

    private static Contents contents(
            List<OpenRequest> open, Map<String, List<HandOver>> holders, Instant now, Wanted wanted) {
        List<Deadline> all = Deadline.of(open).stream()
                .filter(each -> wanted.has(each, each.task()))
                .toList();
        Predicate<Deadline> old = each -> each.due().isBefore(now.minus(LOOKS_BACK));
        return new Contents(
                all.stream().filter(old.negate()).toList(),
                holders,
                all.stream().filter(old).count(),
                now);
    }

    private List<OpenRequest> open(Scope scope, Person reader, Instant now) {
        Question question =
                new Question(scope, new Period(now.minus(Duration.ofDays(1)), now), now, reader.zone(), true);
        return measures.answer(question).open();
    }
}
