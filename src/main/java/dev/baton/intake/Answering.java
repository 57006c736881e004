package dev.baton.intake;

import dev.baton.inbox.Disposition;
import dev.baton.inbox.ReceivedMail;
import dev.baton.requests.RequestFiles;
import dev.baton.tasks.HandOver;
import dev.baton.tasks.TaskReply;
import dev.baton.tasks.Tasks;
import org.springframework.stereotype.Component;

/** Hands an answer by mail to its task. */
@Component
class Answering {

    private final Tasks tasks;
    private final RequestFiles files;
    private final Words words;

    Answering(Tasks tasks, RequestFiles files, Words words) {
        this.tasks = tasks;
        this.files = files;
        this.words = words;
    }

    /** The mail joins the conversation whatever it decides. */
    Disposition answer(ReceivedMail mail, HandOver handOver) {
        Letter letter = Letter.of(mail);
        letter.keepFiles(files, handOver.request());
        TaskReply reply = tasks.answer(handOver, letter.message());
        return reply.decided()
                ? new Disposition.Answered(handOver.request())
                : new Disposition.Joined(handOver.request(), words.sentence("reason." + whyNot(reply)));
    }

    private static String whyNot(TaskReply reply) {
        if (reply instanceof TaskReply.NotTheirs) {
            return "not-theirs";
        }
        return reply instanceof TaskReply.TooLate ? "too-late" : "unclear";
    }
}
