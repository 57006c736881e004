package dev.baton.tasks;

import dev.baton.outbox.Outbox;
import dev.baton.outbox.OutgoingMail;
import dev.baton.outbox.QuietLinks;
import dev.baton.people.People;
import dev.baton.requests.IncomingMessage;
import dev.baton.shared.EmailAddress;
import java.util.List;
import org.springframework.stereotype.Component;

/** Answers to mails that are about many things. */
@Component
public class DigestAnswers {

    private final WaitingTasks waiting;
    private final Outbox outbox;
    private final QuietLinks links;
    private final DigestWords words;
    private final People people;

    DigestAnswers(WaitingTasks waiting, Outbox outbox, QuietLinks links, DigestWords words, People people) {
        this.waiting = waiting;
        this.outbox = outbox;
        this.links = links;
        this.words = words;
        this.people = people;
    }

    /**
     * Asks whoever answered which of their tasks they mean, each with its own links, in the caller's transaction. Nothing is
     * guessed, not even where only one is left: the answer may have meant one that is decided by now.
     */
    public void askWhich(IncomingMessage answer) {
        EmailAddress sender = people.personOrStranger(answer.author()).address();
        WaitingTasks.Waiting all = waiting.of(sender);
        List<MailModels.ListedTask> tasks = all.tasks().stream()
                .filter(task -> task.handOver().doesTheWork())
                .limit(TaskDigest.MOST_TASKS)
                .map(WaitingTask::listed)
                .toList();
        String messageId = answer.messageId();
        outbox.enqueue(OutgoingMail.to(
                        answer.author(),
                        "which-task",
                        new MailModels.WhichTask(
                                tasks,
                                all.broken().size(),
                                words.workUrl(),
                                answer.text().isBlank() ? null : answer.text()))
                .answeredTo(links.answerTo(sender))
                .following(messageId == null ? List.of() : List.of(messageId)));
    }
}
