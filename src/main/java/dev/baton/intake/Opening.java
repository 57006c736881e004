package dev.baton.intake;

import dev.baton.inbox.Disposition;
import dev.baton.inbox.ReceivedMail;
import dev.baton.requests.Conversation;
import dev.baton.requests.IncomingMessage;
import dev.baton.requests.NewRequest;
import dev.baton.requests.Request;
import dev.baton.requests.Requests;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens the request that a mail asks for. */
@Component
class Opening {

    private final Requests requests;
    private final Conversation conversation;
    private final Briefs briefs;
    private final Forwarding forwarding;
    private final Forwards forwards;
    private final Letters letters;
    private final Words words;

    Opening(
            Requests requests,
            Conversation conversation,
            Briefs briefs,
            Forwarding forwarding,
            Forwards forwards,
            Letters letters,
            Words words) {
        this.requests = requests;
        this.conversation = conversation;
        this.briefs = briefs;
        this.forwarding = forwarding;
        this.forwards = forwards;
        this.letters = letters;
        this.words = words;
    }

    Disposition open(ReceivedMail mail, Meaning.AsksForWork asked) {
        Whose whose = forwarding.of(mail);
        if (whose instanceof Whose.Authors authors) {
            return forTheAuthor(letters.passedOn(mail, authors.original()), asked);
        }
        Letter letter = letters.of(mail);
        Request opened = open(letter, letter.message(), asked, note(asked, whose));
        return new Disposition.Opened(opened.ref(), asked.reason());
    }

    /** The same for a mail whose sender somebody had to name. */
    Disposition open(Letter letter, Meaning.AsksForWork asked) {
        Request opened = open(letter, letter.message(), asked, asked.note());
        return new Disposition.Opened(opened.ref(), asked.reason());
    }

    /** What the author wrote is what is asked for; what the forwarder wrote above it joins the conversation for colleagues. */
    private Disposition forTheAuthor(PassedOn passedOn, Meaning.AsksForWork asked) {
        Letter original = passedOn.original();
        Letter forwarder = passedOn.forwarder();
        String forwardedBy = words.sentence("note.forwarded-by", forwarder.senderName());
        Request opened = open(original, passedOn.message(), asked, forwardedBy);
        passedOn.note().ifPresent(note -> conversation.addAside(opened.ref(), note));
        forwards.opened(opened, forwarder.sender(), forwarder.senderName(), asked.note());
        String whose = words.sentence("reason.forwarded", forwarder.senderName(), original.sender());
        return new Disposition.Opened(opened.ref(), asked.reason() == null ? whose : asked.reason() + " " + whose);
    }

    private Request open(Letter letter, IncomingMessage message, Meaning.AsksForWork asked, @Nullable String note) {
        Brief brief = briefs.of(asked.workflow(), letter);
        String title = letter.title().orElseGet(() -> words.sentence("request-of", letter.senderName()));
        return requests.open(NewRequest.of(asked.workflow(), title, letter.sender(), letter.senderName())
                .with(brief.values(), brief.missing())
                .inCampaign(brief.campaign())
                .askedIn(message)
                .bringing(letter.files())
                .noting(note));
    }

    private @Nullable String note(Meaning.AsksForWork asked, Whose whose) {
        if (whose instanceof Whose.StillSenders still) {
            return noted(asked, words.sentence("note.forward-" + still.why(), still.shown()));
        }
        return asked.note();
    }

    private static String noted(Meaning.AsksForWork asked, String sentence) {
        return asked.note() == null ? sentence : asked.note() + " " + sentence;
    }
}
