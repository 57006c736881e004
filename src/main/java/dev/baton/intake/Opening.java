package dev.baton.intake;

import dev.baton.inbox.Disposition;
import dev.baton.inbox.ReceivedMail;
import dev.baton.requests.NewRequest;
import dev.baton.requests.Request;
import dev.baton.requests.Requests;
import org.springframework.stereotype.Component;

/** Opens the request that a mail asks for. */
@Component
class Opening {

    private final Requests requests;
    private final Briefs briefs;
    private final Words words;

    Opening(Requests requests, Briefs briefs, Words words) {
        this.requests = requests;
        this.briefs = briefs;
        this.words = words;
    }

    Disposition open(ReceivedMail mail, Meaning.AsksForWork asked) {
        Letter letter = Letter.of(mail);
        Brief brief = briefs.of(asked.workflow(), letter);
        String title = letter.title().orElseGet(() -> words.sentence("request-of", letter.senderName()));
        Request opened = requests.open(NewRequest.of(asked.workflow(), title, letter.sender(), letter.senderName())
                .with(brief.values(), brief.missing())
                .inCampaign(brief.campaign())
                .askedIn(letter.message())
                .bringing(letter.files())
                .noting(asked.note()));
        return new Disposition.Opened(opened.ref(), asked.reason());
    }
}
