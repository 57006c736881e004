package dev.baton.tasks;

import dev.baton.engine.spi.OpenTask;
import dev.baton.models.Workflows;
import dev.baton.people.BusinessDuration;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.WorkingCalendar;
import dev.baton.requests.Request;
import dev.baton.requests.Requests;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminders and escalations. When the next one is due stands with the task itself, so that it is planned, moved and
 * called off in the very transaction that opens, moves or ends the task (docs/decisions/0006); {@link DueNudges} looks
 * for those that are due.
 */
@Component
class Nudges {

    private static final int BATCH = 50;
    private static final Duration LATER = Duration.ofHours(1);

    private final TaskRows rows;
    private final HandOvers handOvers;
    private final Receivers receivers;
    private final TaskMails mails;
    private final Workflows workflows;
    private final Requests requests;
    private final People people;
    private final TaskWords words;
    private final Clock clock;

    Nudges(
            TaskRows rows,
            HandOvers handOvers,
            Receivers receivers,
            TaskMails mails,
            Workflows workflows,
            Requests requests,
            People people,
            TaskWords words,
            Clock clock) {
        this.rows = rows;
        this.handOvers = handOvers;
        this.receivers = receivers;
        this.mails = mails;
        this.workflows = workflows;
        this.requests = requests;
        this.people = people;
        this.words = words;
        this.clock = clock;
    }

    /** When the first nudge of a task is due that this person gets first of all; null for never. */
    @Nullable
    Instant first(OpenTask opened, Person holder) {
        Instant due = opened.dueAt();
        return due == null
                ? null
                : next(
                        nudges(
                                opened.definitionId(),
                                opened.key(),
                                opened.createdAt(),
                                due,
                                people.calendarOf(holder.address())),
                        opened.createdAt());
    }

    /** Plans the next nudge of an open task, after its due date or its holder has changed too. */
    void plan(Task task) {
        rows.nextNudge(task.id(), next(planned(task), lastTold(task)));
    }

    private static @Nullable Instant next(List<Nudge> planned, Instant from) {
        return planned.stream()
                .map(Nudge::at)
                .filter(at -> at.isAfter(from))
                .findFirst()
                .orElse(null);
    }

    Optional<Instant> next(RequestRef request) {
        return rows.nextNudge(request);
    }

    /** Tasks of which somebody is to be told now. */
    List<String> due() {
        return rows.toNudge(clock.instant(), BATCH);
    }

    /** Tells whoever is to be told of this task now; nothing if another node is at it. */
    @Transactional
    void tell(String taskId) {
        Instant now = clock.instant();
        rows.claimNudge(taskId, now).filter(Task::isOpen).ifPresent(task -> tell(task, now));
    }

    /** The task could not be told of; others are not to wait for it. */
    @Transactional
    void later(String taskId) {
        rows.find(taskId)
                .filter(Task::isOpen)
                .ifPresent(task -> rows.nextNudge(taskId, clock.instant().plus(LATER)));
    }

    private void tell(Task task, Instant now) {
        WorkingCalendar calendar = calendar(task);
        if (!calendar.isWorkingTime(now)) {
            rows.nextNudge(task.id(), calendar.nextWorkingTime(now));
            return;
        }
        Instant last = lastTold(task);
        Optional<Nudge> due = planned(task).stream()
                .filter(nudge -> nudge.at().isAfter(last) && !nudge.at().isAfter(now))
                .reduce((earlier, later) -> later);
        due.ifPresent(nudge -> {
            tell(nudge, task);
            rows.nudged(task.id(), now);
        });
        plan(task);
    }

    private void tell(Nudge nudge, Task task) {
        Request request = requests.get(task.request());
        if (nudge.escalation()) {
            escalate(task, request);
        } else {
            handOvers.holders(task.id()).forEach(holder -> mails.reminder(task, request, holder));
        }
    }

    /** An owner who has the task is reminded like anybody; else the owner gets a hand-over of their own, once. */
    private void escalate(Task task, Request request) {
        EmailAddress owner = receivers
                .present(people.personOrStranger(request.owner()), Cause.ESCALATED)
                .person()
                .address();
        Optional<HandOver> own = handOvers.of(task.id()).stream()
                .filter(handOver -> handOver.holds() && handOver.person().equals(owner))
                .findFirst();
        if (own.filter(HandOver::doesTheWork).isPresent()) {
            mails.reminder(task, request, own.get());
            return;
        }
        List<HandOver> holders = handOvers.holders(task.id());
        EmailAddress alone = holders.size() == 1 ? holders.get(0).person() : null;
        HandOver toOwner = own.orElseGet(() -> handOvers.give(task, owner, Cause.ESCALATED, alone));
        Instant since =
                holders.stream().map(HandOver::mailedAt).min(Instant::compareTo).orElse(task.openedAt());
        mails.escalation(task, request, toOwner, words.names(holders), since);
    }

    private List<Nudge> planned(Task task) {
        Instant due = task.dueAt();
        return due == null ? List.of() : nudges(task.definitionId(), task.key(), task.openedAt(), due, calendar(task));
    }

    private List<Nudge> nudges(
            String definitionId, String taskKey, Instant openedAt, Instant due, WorkingCalendar calendar) {
        List<BusinessDuration> remind = workflows.task(definitionId, taskKey).remind().stream()
                .map(BusinessDuration::parse)
                .flatMap(Optional::stream)
                .toList();
        return Nudge.of(openedAt, due, remind, calendar);
    }

    private WorkingCalendar calendar(Task task) {
        return handOvers.holders(task.id()).stream()
                .findFirst()
                .map(holder -> people.calendarOf(holder.person()))
                .orElseGet(people::defaultCalendar);
    }

    private Instant lastTold(Task task) {
        return rows.lastNudge(task.id()).orElse(task.openedAt());
    }
}
