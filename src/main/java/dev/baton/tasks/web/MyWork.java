package dev.baton.tasks.web;

import dev.baton.outbox.ReturnedMails;
import dev.baton.people.Moments;
import dev.baton.people.Person;
import dev.baton.requests.Blocker;
import dev.baton.requests.Blockers;
import dev.baton.requests.Request;
import dev.baton.requests.RequestFilter;
import dev.baton.requests.RequestState;
import dev.baton.requests.Requests;
import dev.baton.shared.RequestRef;
import dev.baton.tasks.ActionLinks;
import dev.baton.tasks.Cause;
import dev.baton.tasks.HandOver;
import dev.baton.tasks.Task;
import dev.baton.tasks.TaskWords;
import dev.baton.tasks.Tasks;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The lists of "My work", each line in words. */
@Component
class MyWork {

    /**
     * One line.
     *
     * @param what a task with its request, or a request
     * @param when until when, in words
     * @param notes with whom it is, what it waits for
     */
    record Line(RequestRef ref, String what, String url, String when, boolean late, List<String> notes) {}

    private record Held(HandOver handOver, Task task) {}

    private static final int MOST = 200;

    private final Tasks tasks;
    private final Requests requests;
    private final Blockers blockers;
    private final ReturnedMails returned;
    private final ActionLinks links;
    private final TaskWords words;
    private final Moments moments;
    private final Clock clock;

    MyWork(
            Tasks tasks,
            Requests requests,
            Blockers blockers,
            ReturnedMails returned,
            ActionLinks links,
            TaskWords words,
            Moments moments,
            Clock clock) {
        this.tasks = tasks;
        this.requests = requests;
        this.blockers = blockers;
        this.returned = returned;
        this.links = links;
        this.words = words;
        this.moments = moments;
        this.clock = clock;
    }

    /** What the person can decide, due soonest first, without a date last. */
    List<Line> waiting(Person me) {
        return tasks.heldBy(me.address()).stream()
                .flatMap(handOver -> tasks.find(handOver.taskId()).map(task -> new Held(handOver, task)).stream())
                .sorted(Comparator.comparing(
                        held -> held.task().dueAt(), Comparator.nullsLast(Comparator.<Instant>naturalOrder())))
                .map(held -> line(held, me))
                .toList();
    }

    /** Open requests of the person's own. */
    List<Line> asked(Person me) {
        return open(me, request -> request.requester().equals(me.address()))
                .map(request -> line(request, me))
                .toList();
    }

    /** Open requests that the person owns and that are late or blocked, or with somebody whom mails do not reach. */
    List<Line> standingStill(Person me) {
        return open(me, request -> request.owner().equals(me.address()))
                .filter(request -> request.late(clock.instant())
                        || !blockers.of(request.ref()).isEmpty()
                        || unreached(request.ref()).findAny().isPresent())
                .map(request -> line(request, me))
                .toList();
    }

    private Stream<Request> open(Person me, Predicate<Request> whose) {
        RequestFilter filter = RequestFilter.of(me.address(), RequestState.OPEN);
        return requests.list(filter, null, MOST).items().stream().filter(whose);
    }

    private Line line(Held held, Person me) {
        Task task = held.task();
        Instant due = task.dueAt();
        boolean late = task.late(clock.instant());
        String when = due == null
                ? words.text("tasks.my.no-due")
                : words.text(late ? "tasks.my.was-due" : "tasks.my.due", moments.full(due, me.zone()));
        Stream<String> escalated = held.handOver().cause() == Cause.ESCALATED
                ? Stream.of(words.text("tasks.my.with", words.names(tasks.holders(task.id()))))
                : Stream.empty();
        return new Line(
                task.request(),
                task.name() + ": " + requests.get(task.request()).title(),
                links.path(held.handOver()),
                when,
                late,
                Stream.concat(escalated, blockedBy(task.request(), task.id())).toList());
    }

    private Line line(Request request, Person me) {
        Instant promised = request.promisedAt();
        boolean late = request.late(clock.instant());
        String when = promised == null
                ? words.text("tasks.my.no-due")
                : words.text(late ? "tasks.my.was-promised" : "tasks.my.promised", moments.full(promised, me.zone()));
        String with = tasks.open(request.ref()).stream()
                .map(task -> task.name() + ", " + words.text("tasks.my.with", words.names(tasks.holders(task.id()))))
                .collect(Collectors.joining("; "));
        Stream<String> notes =
                Stream.concat(Stream.of(with).filter(text -> !text.isEmpty()), blockedBy(request.ref(), null));
        return new Line(
                request.ref(),
                request.title(),
                "/requests/" + request.ref(),
                when,
                late,
                Stream.concat(notes, unreached(request.ref())).toList());
    }

    /** Of those who have the request in hand, whom mails do not reach. */
    private Stream<String> unreached(RequestRef ref) {
        return tasks.open(ref).stream()
                .flatMap(task -> tasks.holders(task.id()).stream())
                .filter(holder -> returned.mark(holder.person()).isPresent())
                .map(holder -> words.text("tasks.my.unreached", holder.person()))
                .distinct();
    }

    private Stream<String> blockedBy(RequestRef ref, @Nullable String taskId) {
        return blockers.of(ref).stream()
                .filter(blocker -> taskId == null || Objects.equals(blocker.taskId(), taskId))
                .map(Blocker::waitsOn)
                .map(whom -> words.text("tasks.my.blocked", whom));
    }
}
