package dev.baton.tasks;

import dev.baton.people.Moments;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.requests.Decision;
import dev.baton.requests.IncomingMessage;
import dev.baton.requests.Request;
import dev.baton.shared.EmailAddress;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in sentences what a task is about; the words are in {@code messages/tasks.properties}. */
@Component
public class TaskWords {

    private static final Locale LOCALE = Locale.ENGLISH;

    private final MessageSource messages;
    private final Moments moments;
    private final People people;

    TaskWords(MessageSource messages, Moments moments, People people) {
        this.messages = messages;
        this.moments = moments;
        this.people = people;
    }

    /** Who wants what from this person, for whom, until when. */
    String asked(Task task, Request request, HandOver handOver) {
        Person reader = people.personOrStranger(handOver.person());
        Optional<String> asker = asker(request, reader);
        Instant due = task.dueAt();
        String key = "tasks.sentence."
                + (asker.isPresent() ? "asked" : "own")
                + (handOver.cause() == Cause.SUBSTITUTE ? ".instead" : "")
                + (due == null ? "" : ".by");
        return text(
                key,
                asker.orElse(""),
                asPartOfASentence(task.name()),
                request.title(),
                due == null ? "" : moments.full(due, reader.zone()),
                Optional.ofNullable(handOver.giver()).map(this::name).orElse(""));
    }

    /** That the task is due, or was. */
    String due(Task task, Request request, HandOver handOver, Instant now) {
        Person reader = people.personOrStranger(handOver.person());
        Instant due = task.dueAt();
        return text(
                task.late(now) ? "tasks.sentence.was-due" : "tasks.sentence.is-due",
                task.name(),
                request.title(),
                due == null ? "" : moments.full(due, reader.zone()),
                asker(request, reader).orElseGet(reader::firstName));
    }

    /** Why the task came to this person. */
    String why(HandOver handOver) {
        return text(
                "tasks.why." + handOver.cause().word(),
                Optional.ofNullable(handOver.giver()).map(this::name).orElse(""));
    }

    /** What was decided, by whom and when: "Ben approved this on Thursday 14 March, 17:00 (Berlin)". */
    public String decided(Decision decision, ZoneId zone) {
        String key = decision.forWhom() == null ? "tasks.decided" : "tasks.decided.instead";
        String act = String.valueOf(messages.getMessage(
                "tasks.act." + decision.outcome(), null, text("tasks.act", decision.label()), LOCALE));
        return text(
                key,
                name(decision.by()),
                act,
                moments.full(decision.at(), zone),
                Optional.ofNullable(decision.forWhom()).map(this::name).orElse(""));
    }

    /** How we know of an answer by mail. */
    String evidence(IncomingMessage mail) {
        String messageId = mail.messageId();
        return text("tasks.evidence.mail", messageId == null ? "" : messageId, mail.author());
    }

    /** How we know of a press on the page of a link. */
    public String evidence(HandOver handOver) {
        return text(
                "tasks.evidence.link",
                moments.full(
                        handOver.mailedAt(),
                        people.personOrStranger(handOver.person()).zone()));
    }

    /** The names of these people, as part of a sentence. */
    public String names(List<HandOver> holders) {
        return holders.stream().map(HandOver::person).map(this::name).distinct().collect(Collectors.joining(", "));
    }

    /** What is wrong with what a person filled in, and what to do. */
    public String refused(Refusal refusal) {
        return text("tasks.refused." + refusal.problem(), refusal.about().toArray());
    }

    /** The text with this key. */
    public String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LOCALE);
    }

    String name(EmailAddress address) {
        return people.personOrStranger(address).name();
    }

    /** The owner asks, or the requester where the owner is the one who is asked; nobody asks themselves. */
    private Optional<String> asker(Request request, Person reader) {
        Person owner = people.personOrStranger(request.owner());
        if (!owner.address().equals(reader.address())) {
            return Optional.of(owner.firstName());
        }
        Person requester = people.personOrStranger(request.requester());
        return requester.address().equals(reader.address())
                ? Optional.empty()
                : Optional.of(
                        requester.isStranger() && !request.requesterName().isBlank()
                                ? request.requesterName()
                                : requester.firstName());
    }

    /** A name that begins with one capital becomes part of the sentence; an abbreviation stays as it is. */
    private static String asPartOfASentence(String name) {
        boolean abbreviation = name.length() > 1 && Character.isUpperCase(name.charAt(1));
        return name.isEmpty() || abbreviation ? name : name.substring(0, 1).toLowerCase(LOCALE) + name.substring(1);
    }
}
