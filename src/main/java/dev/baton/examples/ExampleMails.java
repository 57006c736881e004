package dev.baton.examples;

import dev.baton.outbox.Outbox;
import dev.baton.outbox.QueuedMail;
import dev.baton.requests.Request;
import dev.baton.tasks.HandOver;
import dev.baton.tasks.Task;
import dev.baton.tasks.Tasks;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The mails of made-up requests. Those that somebody can still act on are sent, so that the mailboxes have something to
 * try; of all others it is only on record that they were.
 */
@Component
@Profile("embedded")
class ExampleMails {

    private static final String ACKNOWLEDGEMENT = "acknowledgement";

    private final Outbox outbox;
    private final Tasks tasks;

    ExampleMails(Outbox outbox, Tasks tasks) {
        this.outbox = outbox;
        this.tasks = tasks;
    }

    void settle(Request request) {
        List<QueuedMail> mails = outbox.of(request.ref());
        Set<Long> wanted = mails.stream()
                .filter(mail -> request.isOpen() && isForOpenTask(mail))
                .map(QueuedMail::id)
                .collect(Collectors.toSet());
        lastAcknowledgement(mails).filter(mail -> request.isOpen()).ifPresent(mail -> wanted.add(mail.id()));
        outbox.countAsSent(mails.stream()
                .filter(mail -> mail.sentAt() == null)
                .map(QueuedMail::id)
                .filter(id -> !wanted.contains(id))
                .toList());
    }

    private boolean isForOpenTask(QueuedMail mail) {
        return mail.replyTo()
                .tag()
                .flatMap(tasks::byReplyTag)
                .filter(HandOver::holds)
                .flatMap(handOver -> tasks.find(handOver.taskId()))
                .filter(Task::isOpen)
                .isPresent();
    }

    private static Optional<QueuedMail> lastAcknowledgement(List<QueuedMail> mails) {
        return mails.stream()
                .filter(mail -> mail.template().equals(ACKNOWLEDGEMENT))
                .reduce((earlier, later) -> later);
    }
}
