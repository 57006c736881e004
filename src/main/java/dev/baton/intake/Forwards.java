package dev.baton.intake;

import dev.baton.outbox.Outbox;
import dev.baton.outbox.OutgoingMail;
import dev.baton.people.People;
import dev.baton.requests.Conversation;
import dev.baton.requests.Request;
import dev.baton.requests.RequestLinks;
import dev.baton.requests.RequestParticipants;
import dev.baton.requests.Requests;
import dev.baton.shared.BatonProperties;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.shared.Signatures;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Requests that one of our people forwarded: whose they are, who was told, and how that is put right. */
@Component
public class Forwards {

    private static final String LINK = "forwarded";

    /** Tells who forwarded a mail whose request it became. */
    record Told(
            String forwarderName,
            String originalName,
            String originalAddress,
            String title,
            String changeUrl,
            @Nullable String note,
            String statusUrl) {}

    private final ForwardRows rows;
    private final Forwarding forwarding;
    private final Requests requests;
    private final RequestParticipants participants;
    private final Briefs briefs;
    private final Conversation conversation;
    private final RequestLinks links;
    private final Outbox outbox;
    private final People people;
    private final Words words;
    private final Signatures signatures;
    private final BatonProperties baton;

    Forwards(
            ForwardRows rows,
            Forwarding forwarding,
            Requests requests,
            RequestParticipants participants,
            Briefs briefs,
            Conversation conversation,
            RequestLinks links,
            Outbox outbox,
            People people,
            Words words,
            Signatures signatures,
            BatonProperties baton) {
        this.rows = rows;
        this.forwarding = forwarding;
        this.requests = requests;
        this.participants = participants;
        this.briefs = briefs;
        this.conversation = conversation;
        this.links = links;
        this.outbox = outbox;
        this.people = people;
        this.words = words;
        this.signatures = signatures;
        this.baton = baton;
    }

    /**
     * Keeps who forwarded the request, makes them take part, and tells them whose it is now.
     *
     * @param note what they should know of it, in a sentence
     */
    void opened(Request request, EmailAddress forwarder, String name, @Nullable String note) {
        EmailAddress known = people.personOrStranger(forwarder).address();
        Forward forward = new Forward(request.ref(), known, name, request.requester(), request.requesterName());
        rows.add(forward);
        participants.add(request.ref(), known);
        outbox.enqueue(OutgoingMail.to(
                        forwarder,
                        "forwarded",
                        new Told(
                                name,
                                forward.shownOriginal(),
                                request.requester().value(),
                                request.title(),
                                link(request.ref()),
                                note,
                                links.status(request.ref())))
                .about(request.ref())
                .answeredTo(links.answerTo(request.ref()))
                .following(conversation.references(request.ref())));
    }

    private String link(RequestRef request) {
        return baton.link("/forwarded/" + signatures.token(LINK, request.toString()))
                .toString();
    }

    /** The forward of a link's token, or nothing if we never signed it. */
    public Optional<Forward> ofLink(String token) {
        return signatures.content(LINK, token).flatMap(RequestRef::parse).flatMap(rows::find);
    }

    /** Whether somebody of this address may be made the requester. */
    public boolean mayAsk(EmailAddress address) {
        return forwarding.mayAsk(address);
    }

    /** Makes somebody else the requester of what was forwarded; they get the mail that acknowledges it. */
    @Transactional
    public Request requester(Forward forward, EmailAddress address) {
        Request request = requests.get(forward.request());
        boolean own = address.equals(forward.forwarder());
        String name = own
                ? forward.forwarderName()
                : address.equals(forward.original())
                        ? forward.shownOriginal()
                        : people.personOrStranger(address).name();
        return requests.requester(
                forward.request(),
                address,
                name,
                request.waitsForBrief() ? briefs.missing(request) : java.util.List.of(),
                own ? null : words.sentence("note.forwarded-by", forward.forwarderName()));
    }
}
