package dev.baton.metrics;

import dev.baton.engine.PastTask;
import dev.baton.engine.spi.HistoryObserver;
import dev.baton.people.People;
import dev.baton.people.WorkingCalendar;
import dev.baton.requests.Decision;
import dev.baton.requests.RequestEvent;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.shared.Rows;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down what happens, in the transaction in which it happens (docs/decisions/0098). */
@Component
class FactRecorder implements HistoryObserver {

    private static final String REQUEST = "insert into fact_request"
            + " (request, what, at, workflow, definition_id, team, made_up) values (?, ?, ?, ?, ?, ?, ?)";
    static final String TASK = "insert into fact_task (task_id, what, at, request, workflow, process_id, definition_id,"
            + " step, holder, working_seconds, zone) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String PROMISE = "insert into fact_promise"
            + " (request, task_id, due, zone, made_at, made_by, cause) values (?, ?, ?, ?, ?, ?, ?)";
    private static final String TOUCH = "insert into fact_touch"
            + " (request, task_id, what, outcome, pass, by_whom, at) values (?, ?, ?, ?, ?, ?, ?)";

    private final FactJournal journal;
    private final Pseudonyms pseudonyms;
    private final StatusWords statusWords;
    private final People people;

    FactRecorder(FactJournal journal, Pseudonyms pseudonyms, StatusWords statusWords, People people) {
        this.journal = journal;
        this.pseudonyms = pseudonyms;
        this.statusWords = statusWords;
        this.people = people;
    }

    @Override
    public void created(PastTask task) {
        journal.add(
                TASK,
                Rows.values(
                        task.id(),
                        TaskEvent.CREATED.word(),
                        task.createdAt(),
                        task.request().toString(),
                        task.workflow(),
                        task.processId(),
                        task.definitionId(),
                        task.key(),
                        holder(task.assignee()),
                        null,
                        null));
    }

    @Override
    public void changed(String taskId, @Nullable String assignee, Instant at) {
        journal.add(TASK, event(taskId, TaskEvent.CHANGED, at, null, null, holder(assignee), null, null));
    }

    @Override
    public void moved(String taskId, String definitionId, String key, Instant at) {
        journal.add(TASK, event(taskId, TaskEvent.MOVED, at, definitionId, key, null, null, null));
    }

    /** The working time is counted by the calendar of whoever had it, as that is now, and never counted anew. */
    @Override
    public void ended(PastTask task) {
        Instant endedAt = Objects.requireNonNull(task.endedAt());
        WorkingCalendar calendar = calendar(task.assignee());
        journal.add(
                TASK,
                event(
                        task.id(),
                        task.withdrawn() ? TaskEvent.WITHDRAWN : TaskEvent.DONE,
                        endedAt,
                        null,
                        null,
                        holder(task.assignee()),
                        calendar.between(task.createdAt(), endedAt).toSeconds(),
                        calendar.zone().getId()));
    }

    private static List<?> event(
            String taskId,
            TaskEvent event,
            Instant at,
            @Nullable String definitionId,
            @Nullable String step,
            @Nullable String holder,
            @Nullable Long workingSeconds,
            @Nullable String zone) {
        return Rows.values(
                taskId, event.word(), at, null, null, null, definitionId, step, holder, workingSeconds, zone);
    }

    private WorkingCalendar calendar(@Nullable String assignee) {
        return assignee == null || !assignee.contains("@")
                ? people.defaultCalendar()
                : people.calendarOf(EmailAddress.of(assignee));
    }

    private @Nullable String holder(@Nullable String assignee) {
        return assignee == null ? null : pseudonyms.of(assignee);
    }

    @EventListener
    void happened(RequestEvent event) {
        if (event instanceof RequestEvent.Opened opened) {
            request(
                    opened.request(),
                    "opened",
                    opened.at(),
                    opened.workflow(),
                    opened.definitionId(),
                    null,
                    opened.madeUp());
        } else if (event instanceof RequestEvent.InVersion version) {
            request(version.request(), "version", version.at(), null, version.definitionId(), null, false);
        } else if (event instanceof RequestEvent.InTeam team) {
            request(team.request(), "team", team.at(), null, null, team.team(), false);
        } else if (event instanceof RequestEvent.Ended ended) {
            request(ended.request(), ended.delivered() ? "delivered" : "closed", ended.at(), null, null, null, false);
        } else if (event instanceof RequestEvent.Promised promised) {
            promised(promised);
        } else if (event instanceof RequestEvent.Decided decided) {
            decided(decided.decision());
        } else if (event instanceof RequestEvent.Wrote wrote) {
            boolean asks = statusWords.askFor(wrote.text().toLowerCase(Locale.ROOT));
            touch(wrote.request(), null, asks ? "asked" : "wrote", null, null, wrote.author(), wrote.at());
        } else if (event instanceof RequestEvent.Blocked blocked) {
            touch(blocked.request(), blocked.taskId(), "blocked", null, null, blocked.by(), blocked.at());
        }
    }

    private void request(
            RequestRef request,
            String what,
            Instant at,
            @Nullable String workflow,
            @Nullable String definitionId,
            @Nullable String team,
            boolean madeUp) {
        journal.add(REQUEST, Rows.values(request.toString(), what, at, workflow, definitionId, team, madeUp));
    }

    private void promised(RequestEvent.Promised promised) {
        journal.add(
                PROMISE,
                Rows.values(
                        promised.request().toString(),
                        promised.taskId(),
                        promised.due(),
                        people.calendarOf(promised.by()).zone().getId(),
                        promised.at(),
                        pseudonyms.of(promised.by()),
                        promised.moved() ? "moved" : "made"));
    }

    private void decided(Decision decision) {
        String round = decision.round();
        touch(
                decision.request(),
                decision.taskId(),
                "decided",
                decision.outcome(),
                round == null ? decision.taskId() : round,
                decision.by(),
                decision.at());
    }

    private void touch(
            RequestRef request,
            @Nullable String taskId,
            String what,
            @Nullable String outcome,
            @Nullable String pass,
            EmailAddress by,
            Instant at) {
        journal.add(TOUCH, Rows.values(request.toString(), taskId, what, outcome, pass, pseudonyms.of(by), at));
    }
}
