package dev.baton.intake;

import dev.baton.inbox.ReceivedMail;
import dev.baton.outbox.Outbox;
import dev.baton.outbox.QueuedMail;
import dev.baton.shared.EmailAddress;
import dev.baton.tasks.HandOver;
import dev.baton.tasks.Tasks;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Does whoever has a task answer the task's mail, but not to its address? Some mail servers take plus-tags off. A
 * Message-ID is no secret, since later mails refer to it, so such an answer is confirmed before it decides.
 */
@Component
class AnswersATaskMail implements Question {

    private final Outbox outbox;
    private final Tasks tasks;
    private final Participants participants;

    AnswersATaskMail(Outbox outbox, Tasks tasks, Participants participants) {
        this.outbox = outbox;
        this.tasks = tasks;
        this.participants = participants;
    }

    @Override
    public Optional<Meaning> ask(ReceivedMail mail) {
        return mail.references().stream()
                .findFirst()
                .flatMap(outbox::byMessageId)
                .map(QueuedMail::replyTo)
                .flatMap(EmailAddress::tag)
                .flatMap(tasks::byReplyTag)
                .filter(handOver -> isTheirs(handOver, mail))
                .map(handOver -> new Meaning.AnswersTask(handOver, false));
    }

    private boolean isTheirs(HandOver handOver, ReceivedMail mail) {
        return mail.sender()
                .filter(sender -> participants.isSame(sender, handOver.person()))
                .isPresent();
    }
}
