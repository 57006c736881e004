package dev.baton.tasks;

import dev.baton.outbox.Outbox;
import dev.baton.outbox.OutgoingMail;
import dev.baton.people.Absence;
import dev.baton.people.Moments;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.requests.Conversation;
import dev.baton.requests.Request;
import dev.baton.requests.RequestLinks;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.tasks.MailModels.TaskMail;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Queues the mails that put a task into somebody's hands, and those that say how it goes. */
@Component
class TaskMails {

    private final Outbox outbox;
    private final Conversation conversation;
    private final RequestLinks requestLinks;
    private final ActionLinks links;
    private final TaskSheets sheets;
    private final MailParts parts;
    private final TaskWords words;
    private final People people;
    private final Moments moments;
    private final JsonMapper json;
    private final Clock clock;

    TaskMails(
            Outbox outbox,
            Conversation conversation,
            RequestLinks requestLinks,
            ActionLinks links,
            TaskSheets sheets,
            MailParts parts,
            TaskWords words,
            People people,
            Moments moments,
            JsonMapper json,
            Clock clock) {
        this.outbox = outbox;
        this.conversation = conversation;
        this.requestLinks = requestLinks;
        this.links = links;
        this.sheets = sheets;
        this.parts = parts;
        this.words = words;
        this.people = people;
        this.moments = moments;
        this.json = json;
        this.clock = clock;
    }

    /** The task reaches a person for the first time. */
    void task(Task task, Request request, HandOver handOver) {
        TaskSheet sheet = sheets.of(task, request, handOver);
        TaskMail mail = parts.mail(sheet);
        String own = sheet.details().mail();
        if (own != null) {
            first(sheet, own, open(mail, request));
        } else if (handOver.cause() == Cause.SUBSTITUTE) {
            first(sheet, "substitute", insteadOf(mail, handOver));
        } else {
            first(sheet, "task", mail);
        }
    }

    /** A colleague gives the task to a person, perhaps with a note. */
    void handedOver(Task task, Request request, HandOver handOver, EmailAddress from) {
        TaskSheet sheet = sheets.of(task, request, handOver);
        HandOver.Note note = handOver.note();
        first(sheet, "handed-over", parts.mail(sheet).from(words.name(from), note == null ? null : note.text()));
    }

    /** The task is due soon, or was. */
    void reminder(Task task, Request request, HandOver handOver) {
        TaskSheet sheet = sheets.of(task, request, handOver);
        Instant now = clock.instant();
        toHolder(
                sheet,
                "reminder",
                parts.mail(sheet).reminding(words.due(task, request, handOver, now), task.late(now)));
    }

    /** The task stands still with others; this person answers for the request. */
    void escalation(Task task, Request request, HandOver toOwner, String holders, Instant since) {
        TaskSheet sheet = sheets.of(task, request, toOwner);
        toHolder(
                sheet,
                "escalation",
                new MailModels.Escalation(
                        holders,
                        task.name(),
                        request.title(),
                        moments.day(since, sheet.reader().zone()),
                        sheet.dueBrief(),
                        request.promisedAt() == null
                                ? null
                                : moments.full(
                                        request.promisedAt(), sheet.reader().zone()),
                        links.url(toOwner),
                        requestLinks.status(request.ref())));
    }

    /** Whoever has this task no longer has it or is done with it: what was not sent yet of these mails is not needed. */
    void notNeeded(RequestRef request, List<HandOver> handOvers) {
        outbox.notNeeded(
                request,
                handOvers.stream().filter(HandOver::holds).map(links::answerTo).toList());
    }

    private void first(TaskSheet sheet, String template, Object model) {
        outbox.enqueue(
                mail(sheet.request(), sheet.reader().address(), links.answerTo(sheet.handOver()), template, model)
                        .firstOfATask(sheet.task().dueAt()));
    }

    private void toHolder(TaskSheet sheet, String template, Object model) {
        toHolder(sheet, sheet.reader().address(), template, model);
    }

    /** Queues a mail whose answers are answers to the task; to the holder at the address that is in use. */
    void toHolder(TaskSheet sheet, EmailAddress to, String template, Object model) {
        send(sheet.request(), to, links.answerTo(sheet.handOver()), template, model);
    }

    /** The same where nothing else of the task is shown. */
    void toHolder(Request request, HandOver handOver, String template, Object model) {
        send(request, handOver.person(), links.answerTo(handOver), template, model);
    }

    /** Queues a mail whose answers go into the request's conversation. */
    void toAnybody(Request request, EmailAddress to, String template, Object model) {
        send(request, to, requestLinks.answerTo(request.ref()), template, model);
    }

    private void send(Request request, EmailAddress to, EmailAddress answers, String template, Object model) {
        outbox.enqueue(mail(request, to, answers, template, model));
    }

    private OutgoingMail mail(Request request, EmailAddress to, EmailAddress answers, String template, Object model) {
        return OutgoingMail.to(to, template, model)
                .about(request.ref())
                .answeredTo(answers)
                .following(conversation.references(request.ref()));
    }

    private TaskMail insteadOf(TaskMail mail, HandOver handOver) {
        EmailAddress giver = handOver.giver();
        if (giver == null) {
            return mail;
        }
        Person away = people.personOrStranger(giver);
        Optional<Absence> absence =
                away.awayOn(clock.instant().atZone(away.zone()).toLocalDate());
        return mail.insteadOf(
                away.name(),
                absence.map(each -> moments.day(
                                each.to().atTime(12, 0).atZone(away.zone()).toInstant(), away.zone()))
                        .orElse(null));
    }

    /** A process owner's own template may also name the fields of the brief. */
    private Map<String, Object> open(TaskMail mail, Request request) {
        Map<String, Object> model = new HashMap<>(request.brief());
        model.put("reference", request.ref().toString());
        model.put("title", request.title());
        model.put("requesterName", request.requesterName());
        model.put("ownerName", words.name(request.owner()));
        model.putAll(json.convertValue(mail, new TypeReference<Map<String, Object>>() {}));
        return model;
    }
}
