package dev.baton.tasks;

import dev.baton.engine.FormAnswers;
import dev.baton.engine.FormField;
import dev.baton.engine.Forms;
import dev.baton.engine.UserTasks;
import dev.baton.models.Outcome;
import dev.baton.models.TaskDetails;
import dev.baton.models.Workflows;
import dev.baton.people.People;
import dev.baton.requests.Conversation;
import dev.baton.requests.Decision;
import dev.baton.requests.Decisions;
import dev.baton.requests.IncomingMessage;
import dev.baton.requests.RequestFiles;
import dev.baton.shared.RequestRef;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Decides tasks: the decision, its evidence and the next step of the workflow in one transaction, or nothing of it. */
@Component
class Deciding {

    /** What a text variable of the engine holds; a longer comment stands in full with the decision. */
    private static final int LONGEST_VARIABLE = 4_000;

    private final TaskRows rows;
    private final Standings standings;
    private final Workflows workflows;
    private final Forms forms;
    private final Decisions decisions;
    private final RequestFiles files;
    private final Conversation conversation;
    private final People people;
    private final UserTasks engine;
    private final Clock clock;

    Deciding(
            TaskRows rows,
            Standings standings,
            Workflows workflows,
            Forms forms,
            Decisions decisions,
            RequestFiles files,
            Conversation conversation,
            People people,
            UserTasks engine,
            Clock clock) {
        this.rows = rows;
        this.standings = standings;
        this.workflows = workflows;
        this.forms = forms;
        this.decisions = decisions;
        this.files = files;
        this.conversation = conversation;
        this.people = people;
        this.engine = engine;
        this.clock = clock;
    }

    /**
     * @throws org.springframework.dao.ConcurrencyFailureException if another answer came at the same moment: do it again
     *     in a new transaction, which then sees that answer
     */
    @Transactional(propagation = Propagation.REQUIRED)
    TaskReply decide(HandOver handOver, Answer answer) {
        Task task = rows.lock(handOver.taskId());
        Standing standing = standings.of(handOver);
        if (!standing.waits()) {
            return new TaskReply.TooLate(standing);
        }
        TaskDetails details = workflows.task(task.definitionId(), task.key());
        Optional<Outcome> outcome = details.outcomes().stream()
                .filter(each -> each.value().equals(answer.outcome()))
                .findFirst();
        FormAnswers form = forms.check(formOf(task), answer.form());
        boolean commentMissing = outcome.filter(Outcome::asksComment)
                .filter(chosen -> answer.comment(chosen).isBlank())
                .isPresent();
        if (outcome.isEmpty() || commentMissing || !form.valid()) {
            return new TaskReply.Incomplete(outcome.isEmpty(), commentMissing, form);
        }
        return new TaskReply.Recorded(record(task, details, outcome.get(), form, answer));
    }

    private List<FormField> formOf(Task task) {
        return forms.ofTask(task.id())
                .orElseThrow(() -> new OptimisticLockingFailureException("Gone meanwhile: task " + task.id()));
    }

    private Decision record(Task task, TaskDetails details, Outcome outcome, FormAnswers form, Answer answer) {
        Decision decision = new Decision(
                task.id(),
                task.request(),
                task.processId(),
                task.round(),
                task.name(),
                outcome.value(),
                outcome.label(),
                answer.comment(outcome),
                answer.by(),
                answer.forWhom(),
                clock.instant(),
                answer.evidence());
        decisions.record(decision);
        keep(decision, answer);
        engine.complete(task.id(), answer.by(), variables(details, outcome, form, answer));
        return decision;
    }

    /** Before the workflow goes on, so that whoever comes next reads it. */
    private void keep(Decision decision, Answer answer) {
        RequestRef request = decision.request();
        if (!answer.inConversation() && !decision.remark().isEmpty()) {
            String name = people.personOrStranger(answer.by()).name();
            conversation.add(
                    request, new IncomingMessage(answer.by(), name, decision.remark(), "", decision.at(), null, null));
        }
        answer.files().forEach(file -> files.add(request, file, answer.by()));
    }

    private static Map<String, Object> variables(
            TaskDetails details, Outcome outcome, FormAnswers form, Answer answer) {
        String comment = answer.comment(outcome);
        Map<String, Object> variables = new HashMap<>(form.values());
        variables.put(details.result(), outcome.value());
        variables.put(details.result() + "Comment", comment.substring(0, Math.min(LONGEST_VARIABLE, comment.length())));
        return variables;
    }
}
