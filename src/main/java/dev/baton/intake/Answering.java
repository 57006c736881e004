package dev.baton.intake;

import dev.baton.inbox.Disposition;
import dev.baton.inbox.ReceivedMail;
import dev.baton.requests.Decision;
import dev.baton.requests.RequestFiles;
import dev.baton.requests.Requests;
import dev.baton.shared.RequestRef;
import dev.baton.tasks.HandOver;
import dev.baton.tasks.TaskReply;
import dev.baton.tasks.Tasks;
import dev.baton.tasks.Trust;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Hands an answer by mail to its task. */
@Component
class Answering {

    private final Tasks tasks;
    private final Requests requests;
    private final RequestFiles files;
    private final Words words;
    private final Letters letters;
    private final Silence silence;

    Answering(Tasks tasks, Requests requests, RequestFiles files, Words words, Letters letters, Silence silence) {
        this.tasks = tasks;
        this.requests = requests;
        this.files = files;
        this.words = words;
        this.letters = letters;
        this.silence = silence;
    }

    /** The mail joins the conversation whatever it decides, unless it has to wait. */
    Disposition answer(ReceivedMail mail, Meaning.AnswersTask meaning) {
        HandOver handOver = meaning.handOver();
        RequestRef request =
                requests.whereItGoesOn(requests.get(handOver.request())).ref();
        Letter letter = letters.of(mail);
        Trust trust = trust(letter, meaning);
        if (tasks.hasToWait(handOver, letter.ownMessage(), trust)) {
            silence.tell(handOver.person(), handOver.request());
            return new Disposition.Quarantined(
                    words.sentence("reason.has-to-wait", handOver.person(), handOver.request()));
        }
        letter.keepFiles(files, request);
        if (mail.forwarded() != null && mail.text().isBlank()) {
            // Words that somebody passes on without a word of their own are for the people in the conversation.
            requests.join(request, letter.message(), Set.of(handOver.person()));
            return new Disposition.Joined(request, words.sentence("reason.only-forwarded"));
        }
        TaskReply reply = tasks.answer(handOver, letter.message(), mail.text(), trust);
        if (reply instanceof TaskReply.Waits waits) {
            return new Disposition.Joined(request, words.sentence("reason.waits", waits.other()));
        }
        return reply instanceof TaskReply.Recorded recorded
                ? new Disposition.Answered(request, decided(recorded.decision()))
                : new Disposition.Joined(request, words.sentence("reason." + whyNot(reply)));
    }

    /**
     * An answer address is as secret as the link in the same mail, so without any check it is worth as much (0024). What
     * may be of whoever wrote what is quoted is worth less, and so is what may lack its end.
     */
    private static Trust trust(Letter letter, Meaning.AnswersTask meaning) {
        boolean clear =
                letter.sure() && meaning.toItsAddress() && !letter.mail().isInDoubt();
        return clear ? Trust.FULL : Trust.WEAK;
    }

    private String decided(Decision decision) {
        return words.sentence("reason.decided", decision.label(), decision.taskName());
    }

    private static String whyNot(TaskReply reply) {
        if (reply instanceof TaskReply.ToBeConfirmed) {
            return "to-be-confirmed";
        }
        if (reply instanceof TaskReply.NotTheirs) {
            return "not-theirs";
        }
        return reply instanceof TaskReply.TooLate ? "too-late" : "unclear";
    }
}
