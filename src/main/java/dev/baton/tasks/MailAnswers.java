package dev.baton.tasks;

import dev.baton.engine.FormAnswers;
import dev.baton.engine.FormField;
import dev.baton.engine.Forms;
import dev.baton.people.People;
import dev.baton.requests.Conversation;
import dev.baton.requests.IncomingMessage;
import dev.baton.requests.Requests;
import dev.baton.shared.EmailAddress;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers to tasks by mail: only from whoever has the task, and only what is clear decides. */
@Component
class MailAnswers {

    private final TaskRows rows;
    private final Standings standings;
    private final TaskSheets sheets;
    private final AnswerReader reader;
    private final Deciding deciding;
    private final AnswerMails mails;
    private final Conversation conversation;
    private final Requests requests;
    private final Forms forms;
    private final People people;
    private final TaskWords words;
    private final Clock clock;

    MailAnswers(
            TaskRows rows,
            Standings standings,
            TaskSheets sheets,
            AnswerReader reader,
            Deciding deciding,
            AnswerMails mails,
            Conversation conversation,
            Requests requests,
            Forms forms,
            People people,
            TaskWords words,
            Clock clock) {
        this.rows = rows;
        this.standings = standings;
        this.sheets = sheets;
        this.reader = reader;
        this.deciding = deciding;
        this.mails = mails;
        this.conversation = conversation;
        this.requests = requests;
        this.forms = forms;
        this.people = people;
        this.words = words;
        this.clock = clock;
    }

    TaskReply take(HandOver handOver, IncomingMessage message) {
        Task task = rows.lock(handOver.taskId());
        TaskSheet sheet = sheets.of(task, requests.get(handOver.request()), handOver);
        if (!mayAnswer(handOver, message.author())) {
            requests.join(handOver.request(), message, Set.of());
            mails.notYours(sheet, message, new Standing.Waiting());
            return new TaskReply.NotTheirs();
        }
        Standing standing = standings.of(handOver);
        if (!standing.waits()) {
            requests.join(handOver.request(), message, Set.of());
            mails.notYours(sheet, message, standing);
            return new TaskReply.TooLate(standing);
        }
        conversation.add(handOver.request(), message);
        return decide(sheet, message);
    }

    private TaskReply decide(TaskSheet sheet, IncomingMessage message) {
        Optional<AnswerReader.Understood> understood = reader.read(message.text(), sheet.outcomes());
        if (understood.isEmpty()) {
            mails.askAgain(
                    sheet, message, words.text("tasks.ask.unclear", sheet.task().name()));
            return new TaskReply.Incomplete(true, false, new FormAnswers(Map.of(), List.of()));
        }
        TaskReply reply = deciding.decide(sheet.handOver(), answer(sheet, message, understood.get()));
        if (reply instanceof TaskReply.Incomplete lacking) {
            mails.askAgain(sheet, message, question(understood.get(), lacking));
        } else if (reply instanceof TaskReply.Recorded recorded) {
            mails.receipt(sheet, message, recorded.decision());
        }
        return reply;
    }

    /** The holder, from whichever of their addresses, or who stands in for them today. */
    private boolean mayAnswer(HandOver handOver, EmailAddress sender) {
        EmailAddress known = people.personOrStranger(sender).address();
        return known.equals(handOver.person()) || isSubstitute(handOver, known);
    }

    private boolean isSubstitute(HandOver handOver, EmailAddress known) {
        return people.substituteFor(handOver.person(), clock.instant())
                .filter(substitute -> substitute.address().equals(known))
                .isPresent();
    }

    private Answer answer(TaskSheet sheet, IncomingMessage message, AnswerReader.Understood understood) {
        HandOver handOver = sheet.handOver();
        EmailAddress by = people.personOrStranger(message.author()).address();
        @Nullable EmailAddress forWhom = by.equals(handOver.person()) ? handOver.inPlaceOf() : handOver.person();
        return new Answer(
                understood.outcome().value(),
                understood.comment(),
                known(forms.ofTask(handOver.taskId()).orElse(List.of())),
                by,
                forWhom,
                words.evidence(message),
                List.of(),
                true);
    }

    /** What the form knows already counts as given. */
    private static Map<String, String> known(List<FormField> form) {
        return form.stream()
                .filter(field -> field.value() != null)
                .collect(Collectors.toMap(FormField::id, field -> String.valueOf(field.value())));
    }

    private String question(AnswerReader.Understood understood, TaskReply.Incomplete lacking) {
        String label = understood.outcome().label();
        if (lacking.form().valid()) {
            return words.text("tasks.ask.comment", label);
        }
        String fields = lacking.form().problems().stream()
                .map(problem -> problem.field().label())
                .collect(Collectors.joining(", "));
        return words.text(lacking.commentMissing() ? "tasks.ask.both" : "tasks.ask.fields", label, fields);
    }
}
