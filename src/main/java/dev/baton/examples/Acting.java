package dev.baton.examples;

import dev.baton.models.TaskDetails;
import dev.baton.people.BusinessDuration;
import dev.baton.people.WorkingCalendar;
import dev.baton.requests.RequestFilter;
import dev.baton.requests.RequestState;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.tasks.Answer;
import dev.baton.tasks.HandOver;
import dev.baton.tasks.Refusal;
import dev.baton.tasks.Task;
import dev.baton.tasks.TaskReply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** What people do with the tasks of one story: each in turn, at their pace. */
class Acting {

    private static final double WHEN_TROUBLE_SHOWS = 0.4;

    private final Story story;
    private final Storybook book;
    private final Stage stage;
    private final Agenda agenda;
    private final Pace pace;
    private final Consumer<RequestRef> afterwards;
    private final List<Turn> turns;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Integer> said = new HashMap<>();

    /** @param afterwards looks for what came of a decision */
    Acting(Story story, Storybook book, Stage stage, Agenda agenda, Pace pace, Consumer<RequestRef> afterwards) {
        this.story = story;
        this.book = book;
        this.stage = stage;
        this.agenda = agenda;
        this.pace = pace;
        this.afterwards = afterwards;
        this.turns = new ArrayList<>(story.unusual());
    }

    /** Plans what becomes of a task that nobody has looked at yet. */
    void see(Task task) {
        List<HandOver> holders = stage.tasks().holders(task.id());
        if (!holders.isEmpty() && seen.add(task.id())) {
            HandOver holder = pace.oneOf(holders);
            plan(task, holder, turn(task, holder.person()));
        }
    }

    private Turn turn(Task task, EmailAddress person) {
        for (Turn turn : turns) {
            if (turn.task().equals(task.key())
                    && (turn.by() == null || person.value().equals(turn.by()))) {
                turns.remove(turn);
                return turn;
            }
        }
        return Turn.usual(task.key());
    }

    private void plan(Task task, HandOver holder, Turn turn) {
        Double part = turn.after();
        Instant decided = after(task, holder, part == null ? pace.part() * story.tempo() : part);
        Integer days = turn.needs();
        String on = turn.waitsOn();
        if (days != null) {
            agenda.enter(after(task, holder, WHEN_TROUBLE_SHOWS), () -> needsMore(task, holder, turn, days));
        } else if (on != null) {
            agenda.enter(after(task, holder, WHEN_TROUBLE_SHOWS), () -> waits(task, holder, turn, on));
        } else if (!turn.stays()) {
            agenda.enter(decided, () -> decide(task, holder, turn));
        }
    }

    private Instant after(Task task, HandOver holder, double part) {
        return pace.after(task.openedAt(), task.dueAt(), part, calendarOf(holder));
    }

    private void needsMore(Task task, HandOver holder, Turn turn, int days) {
        WorkingCalendar calendar = calendarOf(holder);
        Instant due = Objects.requireNonNullElse(task.dueAt(), agenda.now());
        Instant until = calendar.plus(due, BusinessDuration.ofDays(days));
        stage.notNow()
                .needUntil(holder, until.atZone(calendar.zone()).toLocalDate(), null, turn.reason())
                .ifPresent(this::refused);
        if (!turn.stays()) {
            agenda.enter(calendar.minus(until, BusinessDuration.ofHours(2)), () -> decide(task, holder, turn));
        }
    }

    private void waits(Task task, HandOver holder, Turn turn, String on) {
        stage.blocking().raise(holder, whatIsMeant(on), turn.reason()).ifPresent(this::refused);
        Integer lifted = turn.lifted();
        if (lifted != null) {
            Instant free = calendarOf(holder).plus(agenda.now(), BusinessDuration.ofDays(lifted));
            agenda.enter(free, () -> goesOn(holder));
            if (!turn.stays()) {
                agenda.enter(
                        calendarOf(holder).plus(free, BusinessDuration.ofHours(4)), () -> decide(task, holder, turn));
            }
        }
    }

    /** Another story's title stands for the reference of its request, which is open then. */
    private String whatIsMeant(String waitsOn) {
        RequestFilter named = new RequestFilter(RequestState.OPEN, null, null, null, waitsOn);
        return stage.requests().list(named, null, 1).items().stream()
                .findFirst()
                .filter(request -> request.title().equals(waitsOn))
                .map(request -> request.ref().toString())
                .orElse(waitsOn);
    }

    private void goesOn(HandOver holder) {
        stage.tasks().find(holder.taskId()).map(stage.blocking()::of).orElse(List.of()).stream()
                .findFirst()
                .ifPresent(blocker -> stage.blocking().lift(holder, blocker.id()));
    }

    private void decide(Task task, HandOver holder, Turn turn) {
        if (!stage.tasks().standing(holder).waits()) {
            return;
        }
        TaskDetails details = stage.workflows().task(task.definitionId(), task.key());
        String usual = details.outcomes().get(0).value();
        String outcome = Objects.requireNonNullElse(turn.outcome(), usual);
        boolean speaks =
                details.outcomes().stream().anyMatch(each -> each.value().equals(outcome) && each.asksComment());
        String words = Objects.requireNonNullElseGet(turn.says(), () -> speaks ? words(turn.task()) : "");
        Answer answer = new Answer(
                outcome, words, turn.answers(), holder.person(), holder.inPlaceOf(), book.evidence(), List.of(), false);
        if (!(stage.tasks().decide(holder, answer) instanceof TaskReply.Recorded)) {
            throw new IllegalStateException("'" + story.title() + "' cannot go on at " + turn.task() + " with "
                    + outcome + " of " + holder.person());
        }
        afterwards.accept(holder.request());
    }

    private void refused(Refusal refusal) {
        throw new IllegalStateException("'" + story.title() + "' cannot go on: " + refusal);
    }

    private String words(String task) {
        return book.words(
                task, said.merge(task, 1, Integer::sum) + story.title().length());
    }

    private WorkingCalendar calendarOf(HandOver holder) {
        return stage.calendarOf(holder.person());
    }
}
