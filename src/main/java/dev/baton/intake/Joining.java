package dev.baton.intake;

import dev.baton.inbox.Disposition;
import dev.baton.inbox.ReceivedMail;
import dev.baton.requests.Conversation;
import dev.baton.requests.IncomingMessage;
import dev.baton.requests.Request;
import dev.baton.requests.RequestFiles;
import dev.baton.requests.Requests;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Adds a mail to the request it is about. */
@Component
class Joining {

    private final Requests requests;
    private final Conversation conversation;
    private final RequestFiles files;
    private final Participants participants;
    private final Briefs briefs;
    private final Letters letters;
    private final Forwarding forwarding;
    private final RepliesToConfirm toConfirm;
    private final Silence silence;
    private final Words words;

    Joining(
            Requests requests,
            Conversation conversation,
            RequestFiles files,
            Participants participants,
            Briefs briefs,
            Letters letters,
            Forwarding forwarding,
            RepliesToConfirm toConfirm,
            Silence silence,
            Words words) {
        this.requests = requests;
        this.conversation = conversation;
        this.files = files;
        this.participants = participants;
        this.briefs = briefs;
        this.letters = letters;
        this.forwarding = forwarding;
        this.toConfirm = toConfirm;
        this.silence = silence;
        this.words = words;
    }

    /**
     * Whoever has the request in hand is told; its owner where nobody has, as with one that is closed. What is written to
     * a request that was merged into another belongs there. A workflow that waits for an answer goes on only with the
     * requester's, or of who was added to the request, if it is sure that it is theirs and which words are; else the
     * requester is asked.
     */
    Disposition join(ReceivedMail mail, Request named) {
        return join(letters.of(mail), requests.whereItGoesOn(named));
    }

    private Disposition join(Letter letter, Request request) {
        Optional<WhyAsked> why = toConfirm.whyAsked(letter, request);
        if (why.isPresent()) {
            return joinAsking(letter, request, why.get());
        }
        letter.keepFiles(files, request.ref());
        requests.reply(request.ref(), letter.message(), letter.ownMessage(), participants.doers(request));
        return new Disposition.Joined(request.ref());
    }

    /** An answer of which nobody could be asked would be forgotten, so it waits in quarantine. */
    private Disposition joinAsking(Letter letter, Request request, WhyAsked why) {
        if (toConfirm.isAskedTooOften(request)) {
            silence.tell(request.requester(), request.ref());
            return new Disposition.Quarantined(
                    words.sentence("reason.reply-has-to-wait", request.requester(), request.ref()));
        }
        letter.keepFiles(files, request.ref());
        requests.join(request.ref(), letter.message(), participants.doers(request));
        toConfirm.askFor(letter, request, why);
        return new Disposition.Joined(request.ref(), words.sentence("reason.reply-" + why.word()));
    }

    /**
     * Takes the answers out of the mail and begins, or asks again for what is still missing. Where nothing was an answer
     * the owner is told too: it may be a question.
     */
    Disposition complete(ReceivedMail mail, Request request) {
        Letter letter = letters.of(mail);
        return complete(letter, letter.message(), request);
    }

    /**
     * What would follow from it if the mail had named the request. What one of our people forwarded is the author's, and
     * what stands above it is for colleagues, as where it opens a request (docs/decisions/0031).
     */
    Disposition follow(Letter letter, Request request) {
        if (forwarding.of(letter.mail()) instanceof Whose.Authors authors) {
            return follow(letters.passedOn(letter.mail(), authors.original()), request);
        }
        return participants.answersBrief(letter.sender(), request)
                ? complete(letter, letter.message(), request)
                : join(letter, request);
    }

    /** Forwarded words never move a step. */
    private Disposition follow(PassedOn passedOn, Request request) {
        Letter original = passedOn.original();
        passedOn.note().ifPresent(note -> conversation.addAside(request.ref(), note));
        if (participants.answersBrief(original.sender(), request)) {
            return complete(original, passedOn.message(), request);
        }
        original.keepFiles(files, request.ref());
        requests.join(request.ref(), passedOn.message(), participants.doers(request));
        return new Disposition.Joined(request.ref());
    }

    private Disposition complete(Letter letter, IncomingMessage message, Request request) {
        letter.keepFiles(files, request.ref());
        if (!letter.sure()) {
            return askForBrief(letter, request);
        }
        Brief brief = briefs.with(request, letter);
        Map<String, Object> news = new HashMap<>(brief.values());
        // A number that was kept comes back as another type of number.
        news.entrySet()
                .removeIf(answer -> answer.getValue()
                        .toString()
                        .equals(String.valueOf(request.brief().get(answer.getKey()))));
        if (news.isEmpty()) {
            requests.join(request.ref(), message, participants.doers(request));
        } else {
            conversation.add(request.ref(), message);
        }
        Request now = requests.completeBrief(request.ref(), news, brief.missing());
        if (now.waitsForBrief() && briefs.missing(now).isEmpty()) {
            // Two answers at once: each knew only half, and the second saw both.
            requests.completeBrief(request.ref(), Map.of(), List.of());
        }
        return new Disposition.Joined(request.ref());
    }

    /** Whoever wrote a mail that nobody vouches for begins no work: the requester gets the form. */
    private Disposition askForBrief(Letter letter, Request request) {
        requests.join(request.ref(), letter.message(), participants.doers(request));
        String note = words.sentence("note.brief-unproven", letter.sender());
        boolean asked = requests.askForBrief(request, briefs.missing(request), note);
        return new Disposition.Joined(
                request.ref(), words.sentence(asked ? "reason.brief-unproven" : "reason.brief-unproven-unasked"));
    }
}
