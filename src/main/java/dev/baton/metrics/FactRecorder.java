package dev.baton.metrics;

import dev.baton.engine.PastTask;
import dev.baton.engine.spi.HistoryObserver;
import dev.baton.outbox.MailQueued;
import dev.baton.outbox.MailSent;
import dev.baton.outbox.QueuedMail;
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
import org.springframework.jdbc.core.simple.JdbcClient;
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

    private static final String NOTIFICATION = "insert into fact_notification"
            + " (mail, request, template, recipient, requester, sent_at) values (?, ?, ?, ?, ?, ?)";

    /** The template of mails that ask a requester for what is missing. */
    private static final String QUESTION = "question";

    private final JdbcClient jdbc;
    private final FactJournal journal;
    private final Pseudonyms pseudonyms;
    private final StatusWords statusWords;
    private final People people;

    FactRecorder(JdbcClient jdbc, FactJournal journal, Pseudonyms pseudonyms, StatusWords statusWords, People people) {
        this.jdbc = jdbc;
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
    public void changed(String taskId, RequestRef request, @Nullable String assignee, Instant at) {
        journal.add(TASK, event(taskId, request, TaskEvent.CHANGED, at, null, null, holder(assignee), null, null));
    }

    @Override
    public void moved(String taskId, RequestRef request, String definitionId, String key, Instant at) {
        journal.add(TASK, event(taskId, request, TaskEvent.MOVED, at, definitionId, key, null, null, null));
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
                        task.request(),
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
            RequestRef request,
            TaskEvent event,
            Instant at,
            @Nullable String definitionId,
            @Nullable String step,
            @Nullable String holder,
            @Nullable Long workingSeconds,
            @Nullable String zone) {
        return Rows.values(
                taskId,
                event.word(),
                at,
                request.toString(),
                null,
                null,
                definitionId,
                step,
                holder,
                workingSeconds,
                zone);
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
            String what = asksHowItStands(wrote) ? "asked" : "wrote";
            touch(wrote.request(), null, what, null, null, wrote.author(), wrote.at());
        } else if (event instanceof RequestEvent.Blocked blocked) {
            touch(blocked.request(), blocked.taskId(), "blocked", null, null, blocked.by(), blocked.at());
        }
    }

    /** Only what requesters write after what opened the request counts as asking. */
    private boolean asksHowItStands(RequestEvent.Wrote wrote) {
        return statusWords.askFor(wrote.text().toLowerCase(Locale.ROOT))
                && jdbc.sql("select count(*) from request where ref = ? and requester = ? and opened_at < ?")
                                .params(Rows.values(
                                        wrote.request().toString(),
                                        wrote.author().value(),
                                        wrote.at()))
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    /** A question to a requester says that the request was not clear, whether or not the mail arrived. */
    @EventListener
    void queued(MailQueued queued) {
        QueuedMail mail = queued.mail();
        if (QUESTION.equals(mail.template()) && mail.request() != null && isRequester(mail)) {
            journal.add(
                    TOUCH,
                    Rows.values(
                            String.valueOf(mail.request()),
                            null,
                            "question",
                            null,
                            null,
                            pseudonyms.of(String.valueOf(mail.to())),
                            mail.queuedAt()));
        }
    }

    private boolean isRequester(QueuedMail mail) {
        return jdbc.sql("select count(*) from request where ref = ? and requester = ?")
                        .params(String.valueOf(mail.request()), String.valueOf(mail.to()))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** A digest is one mail that tells of several requests. */
    @EventListener
    void sent(MailSent sent) {
        jdbc.sql("""
                        select a.request, m.recipient, m.template, m.sent_at, r.requester
                        from outbox_mail m
                        left join (
                            select id as mail, request from outbox_mail where id = :mail and request is not null
                            union select mail, request from outbox_digest_about where mail = :mail
                            union select digest, request from outbox_mail where digest = :mail and request is not null
                        ) a on a.mail = m.id
                        left join request r on r.ref = a.request
                        where m.id = :mail
                        """).param("mail", sent.mail()).query(row -> {
            String recipient = row.getString("recipient");
            journal.add(
                    NOTIFICATION,
                    Rows.values(
                            sent.mail(),
                            row.getString("request"),
                            row.getString("template"),
                            pseudonyms.of(recipient),
                            recipient.equals(row.getString("requester")),
                            Rows.instant(row, "sent_at")));
        });
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
