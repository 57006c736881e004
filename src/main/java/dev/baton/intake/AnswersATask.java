package dev.baton.intake;

import dev.baton.inbox.ReceivedMail;
import dev.baton.tasks.HandOver;
import dev.baton.tasks.Tasks;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Was it sent to the answer address of somebody's task? One that was sent to those of several tasks of its sender's cannot
 * say which it decides.
 */
@Component
class AnswersATask implements Question {

    private final OurAddress ours;
    private final Tasks tasks;
    private final Participants participants;

    AnswersATask(OurAddress ours, Tasks tasks, Participants participants) {
        this.ours = ours;
        this.tasks = tasks;
        this.participants = participants;
    }

    @Override
    public Optional<Meaning> ask(ReceivedMail mail) {
        List<HandOver> named = ours.tagsOf(mail).stream()
                .flatMap(tag -> tasks.byReplyTag(tag).stream())
                .distinct()
                .toList();
        List<HandOver> theirs =
                named.stream().filter(handOver -> isTheirs(handOver, mail)).toList();
        if (theirs.size() > 1) {
            return Optional.of(new Meaning.AnswersDigest());
        }
        return Stream.concat(theirs.stream(), named.stream())
                .findFirst()
                .map(handOver -> new Meaning.AnswersTask(handOver, true));
    }

    private boolean isTheirs(HandOver handOver, ReceivedMail mail) {
        return mail.sender()
                .filter(sender -> participants.isSame(sender, handOver.person()))
                .isPresent();
    }
}
