package dev.baton.intake;

import dev.baton.inbox.ReceivedMail;
import dev.baton.tasks.Tasks;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Was it sent to the answer address of somebody's task? */
@Component
class AnswersATask implements Question {

    private final OurAddress ours;
    private final Tasks tasks;

    AnswersATask(OurAddress ours, Tasks tasks) {
        this.ours = ours;
        this.tasks = tasks;
    }

    @Override
    public Optional<Meaning> ask(ReceivedMail mail) {
        return ours.tagsOf(mail).stream()
                .flatMap(tag -> tasks.byReplyTag(tag).stream())
                .findFirst()
                .map(handOver -> new Meaning.AnswersTask(handOver, true));
    }
}
