package dev.baton.tasks;

import dev.baton.engine.FormAnswers;
import dev.baton.engine.FormField;
import dev.baton.engine.Forms;
import dev.baton.people.People;
import dev.baton.requests.Conversation;
import dev.baton.requests.IncomingMessage;
import dev.baton.requests.Request;
import dev.baton.requests.RequestFiles;
import dev.baton.requests.Requests;
import dev.baton.requests.StoredFile;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers to tasks by mail: only from whoever has the task, and only what is clear decides. */
@Component
class MailAnswers {

    /** Files that mail programs add of themselves: business cards and signatures. */
    private static final Set<String> SIGNATURES = Set.of(
            "text/vcard",
            "text/x-vcard",
            "application/pgp-signature",
            "application/pgp-keys",
            "application/pkcs7-signature",
            "application/x-pkcs7-signature");

    private final TaskRows rows;
    private final HandOvers handOvers;
    private final Standings standings;
    private final TaskSheets sheets;
    private final AnswerReader reader;
    private final Deciding deciding;
    private final WaitReader waits;
    private final Blocking blocking;
    private final AnswerMails mails;
    private final Conversation conversation;
    private final RequestFiles files;
    private final Requests requests;
    private final Forms forms;
    private final People people;
    private final TaskWords words;
    private final Clock clock;

    MailAnswers(
            TaskRows rows,
            HandOvers handOvers,
            Standings standings,
            TaskSheets sheets,
            AnswerReader reader,
            Deciding deciding,
            WaitReader waits,
            Blocking blocking,
            AnswerMails mails,
            Conversation conversation,
            RequestFiles files,
            Requests requests,
            Forms forms,
            People people,
            TaskWords words,
            Clock clock) {
        this.rows = rows;
        this.handOvers = handOvers;
        this.standings = standings;
        this.sheets = sheets;
        this.reader = reader;
        this.deciding = deciding;
        this.waits = waits;
        this.blocking = blocking;
        this.mails = mails;
        this.conversation = conversation;
        this.files = files;
        this.requests = requests;
        this.forms = forms;
        this.people = people;
        this.words = words;
        this.clock = clock;
    }

    TaskReply take(HandOver handOver, MailAnswer answer) {
        Task task = rows.lock(handOver.taskId());
        TaskSheet sheet = sheets.of(task, requests.get(handOver.request()), handOver);
        if (!mayAnswer(handOver, answer.author())) {
            join(sheet.request(), answer);
            mails.notYours(sheet, answer.message(), new Standing.Waiting());
            return isKnown(answer.author(), sheet.request()) ? new TaskReply.NotTheirs() : perhapsTheirs(sheet, answer);
        }
        Standing standing = standings.of(handOver);
        if (!standing.waits()) {
            join(sheet.request(), answer);
            mails.notYours(sheet, answer.message(), standing);
            return new TaskReply.TooLate(standing);
        }
        conversation.add(handOver.request(), answer.message());
        return decide(sheet, answer);
    }

    /** What is written to a request that was merged into another belongs there; an answer to a task is none to a step. */
    private void join(Request named, MailAnswer answer) {
        requests.join(requests.whereItGoesOn(named).ref(), answer.message(), Set.of());
    }

    /** Whether nothing but a question would follow from it, and whoever would be asked was asked too often already. */
    boolean haveToWait(HandOver handOver, IncomingMessage message, Trust trust) {
        boolean mayAnswer = mayAnswer(handOver, message.author());
        if (mayAnswer && trust == Trust.FULL) {
            return false;
        }
        TaskSheet sheet = sheets.of(rows.get(handOver.taskId()), requests.get(handOver.request()), handOver);
        return (mayAnswer || !isKnown(message.author(), sheet.request()))
                && standings.of(handOver).waits()
                && reader.read(message.text(), sheet.outcomes()).isPresent()
                && mails.isConfirmedTooOften(sheet);
    }

    private boolean isKnown(EmailAddress sender, Request request) {
        return people.find(sender).isPresent()
                || sender.untagged().equals(request.requester().untagged());
    }

    /** Somebody we do not know has the answer address of a person: the person, at another address, or whom they told it. */
    private TaskReply perhapsTheirs(TaskSheet sheet, MailAnswer answer) {
        return standings.of(sheet.handOver()).waits()
                ? reader.read(answer.own(), sheet.outcomes())
                        .map(understood -> toBeConfirmed(sheet, answer, understood))
                        .orElseGet(TaskReply.NotTheirs::new)
                : new TaskReply.NotTheirs();
    }

    private TaskReply toBeConfirmed(TaskSheet sheet, MailAnswer answer, AnswerReader.Understood understood) {
        mails.confirm(inTheHandsOf(answer.author(), sheet), answer, understood.outcome());
        return new TaskReply.ToBeConfirmed(understood.outcome().value());
    }

    /** The task as whoever stands in today has it, if they wrote: the other is away and would not read it. */
    private TaskSheet inTheHandsOf(EmailAddress author, TaskSheet sheet) {
        EmailAddress known = people.personOrStranger(author).address();
        HandOver absent = sheet.handOver();
        if (!isSubstitute(absent, known)) {
            return sheet;
        }
        HandOver theirs = handOvers.of(absent.taskId()).stream()
                .filter(each -> each.holds() && each.person().equals(known))
                .findFirst()
                .orElseGet(() -> handOvers.give(sheet.task(), known, Cause.SUBSTITUTE, absent.person()));
        return sheets.of(sheet.task(), sheet.request(), theirs);
    }

    private TaskReply decide(TaskSheet sheet, MailAnswer answer) {
        IncomingMessage message = answer.message();
        Optional<AnswerReader.Understood> understood = reader.read(answer.own(), sheet.outcomes());
        if (understood.isEmpty()) {
            List<RequestRef> named = answer.trust() == Trust.FULL
                    ? waits.said(answer.own(), sheet.request().ref())
                    : List.of();
            if (!named.isEmpty()) {
                return waitFor(named, sheet, answer);
            }
            mails.askAgain(
                    sheet, message, words.text("tasks.ask.unclear", sheet.task().name()));
            return new TaskReply.Incomplete(true, false, new FormAnswers(Map.of(), List.of()));
        }
        if (answer.trust() == Trust.WEAK) {
            return toBeConfirmed(sheet, answer, understood.get());
        }
        TaskReply reply = deciding.decide(sheet.handOver(), answer(sheet, message, understood.get()));
        if (reply instanceof TaskReply.Incomplete lacking) {
            mails.askAgain(sheet, message, question(understood.get(), lacking));
        } else if (reply instanceof TaskReply.Recorded recorded) {
            mails.receipt(sheet, message, recorded.decision());
        }
        return reply;
    }

    private TaskReply waitFor(List<RequestRef> named, TaskSheet sheet, MailAnswer answer) {
        EmailAddress by = people.personOrStranger(answer.author()).address();
        Optional<Refusal> refused =
                blocking.waitFor(sheet.task(), named, answer.own().strip(), by);
        if (refused.isPresent()) {
            mails.askAgain(sheet, answer.message(), words.refused(refused.get()));
            return new TaskReply.Incomplete(true, false, new FormAnswers(Map.of(), List.of()));
        }
        mails.waits(sheet, answer.message(), named.get(0));
        return new TaskReply.Waits(named.get(0));
    }

    /** What an answer that is to be confirmed says beside its outcome, in as many characters as are its sender's own. */
    Optional<String> comment(HandOver handOver, long ledgerId, int own) {
        TaskSheet sheet = sheets.of(rows.get(handOver.taskId()), requests.get(handOver.request()), handOver);
        return conversation.written(handOver.request()).stream()
                .filter(message -> Objects.equals(message.ledgerId(), ledgerId))
                .findFirst()
                .flatMap(message -> reader.read(ownWords(message, own), sheet.outcomes())
                        .map(understood -> comment(handOver.request(), message, understood)));
    }

    private static String ownWords(IncomingMessage message, int length) {
        return message.text()
                .substring(0, Math.min(Math.max(0, length), message.text().length()));
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
                comment(handOver.request(), message, understood),
                known(forms.ofTask(handOver.taskId()).orElse(List.of())),
                by,
                forWhom,
                words.evidence(message),
                List.of(),
                true);
    }

    /** Where an outcome wants words a file of the mail will do, but no picture that only decorates its text. */
    private String comment(RequestRef request, IncomingMessage message, AnswerReader.Understood understood) {
        return understood.outcome().asksComment() && understood.comment().isBlank() && message.ledgerId() != null
                ? files.of(request).stream()
                        .filter(file -> message.ledgerId().equals(file.ledgerId()))
                        .filter(file -> !file.inText() && !SIGNATURES.contains(file.mediaType()))
                        .map(StoredFile::name)
                        .collect(Collectors.joining(", "))
                : understood.comment();
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
