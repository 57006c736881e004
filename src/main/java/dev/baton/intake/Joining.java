package dev.baton.intake;

import dev.baton.inbox.Disposition;
import dev.baton.inbox.ReceivedMail;
import dev.baton.inbox.SenderProofs;
import dev.baton.requests.Conversation;
import dev.baton.requests.Request;
import dev.baton.requests.RequestFiles;
import dev.baton.requests.Requests;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Adds a mail to the request it is about. */
@Component
class Joining {

    private final Requests requests;
    private final Conversation conversation;
    private final RequestFiles files;
    private final Participants participants;
    private final Briefs briefs;
    private final SenderProofs proofs;
    private final UnprovenReplies unproven;
    private final Words words;

    Joining(
            Requests requests,
            Conversation conversation,
            RequestFiles files,
            Participants participants,
            Briefs briefs,
            SenderProofs proofs,
            UnprovenReplies unproven,
            Words words) {
        this.requests = requests;
        this.conversation = conversation;
        this.files = files;
        this.participants = participants;
        this.briefs = briefs;
        this.proofs = proofs;
        this.unproven = unproven;
        this.words = words;
    }

    /**
     * Whoever has the request in hand is told; its owner where nobody has, as with one that is closed. What is written to
     * a request that was merged into another belongs there. A workflow that waits for an answer goes on only with one of
     * which it is sure enough who wrote it.
     */
    Disposition join(ReceivedMail mail, Request named) {
        Request request = requests.whereItGoesOn(named);
        return proofs.of(mail).countsAsTheirs() ? join(Letter.of(mail), request) : joinUnproven(mail, request);
    }

    private Disposition joinUnproven(ReceivedMail mail, Request request) {
        Letter letter = Letter.of(mail);
        letter.keepFiles(files, request.ref());
        if (!requests.joinUnproven(request.ref(), letter.message().withoutProof(), participants.doers(request))) {
            return new Disposition.Joined(request.ref());
        }
        unproven.askFor(mail, request);
        return new Disposition.Joined(request.ref(), words.sentence("reason.reply-unproven"));
    }

    private Disposition join(Letter letter, Request request) {
        letter.keepFiles(files, request.ref());
        requests.join(request.ref(), letter.message(), participants.doers(request));
        return new Disposition.Joined(request.ref());
    }

    /**
     * Takes the answers out of the mail and begins, or asks again for what is still missing. Where nothing was an answer
     * the owner is told too: it may be a question.
     */
    Disposition complete(ReceivedMail mail, Request request) {
        return complete(Letter.of(mail), request);
    }

    /** What would follow from it if the mail had named the request. */
    void follow(Letter letter, Request request) {
        if (participants.answersBrief(letter.sender(), request)) {
            complete(letter, request);
        } else {
            join(letter, request);
        }
    }

    private Disposition complete(Letter letter, Request request) {
        letter.keepFiles(files, request.ref());
        Brief brief = briefs.with(request, letter);
        Map<String, Object> news = new HashMap<>(brief.values());
        // A number that was kept comes back as another type of number.
        news.entrySet()
                .removeIf(answer -> answer.getValue()
                        .toString()
                        .equals(String.valueOf(request.brief().get(answer.getKey()))));
        if (news.isEmpty()) {
            requests.join(request.ref(), letter.message(), participants.doers(request));
        } else {
            conversation.add(request.ref(), letter.message());
        }
        Request now = requests.completeBrief(request.ref(), news, brief.missing());
        if (now.waitsForBrief() && briefs.missing(now).isEmpty()) {
            // Two answers at once: each knew only half, and the second saw both.
            requests.completeBrief(request.ref(), Map.of(), List.of());
        }
        return new Disposition.Joined(request.ref());
    }
}
