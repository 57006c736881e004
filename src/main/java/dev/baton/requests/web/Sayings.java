package dev.baton.requests.web;

import dev.baton.outbox.MailState;
import dev.baton.outbox.Outbox;
import dev.baton.outbox.QueuedMail;
import dev.baton.people.Moments;
import dev.baton.people.People;
import dev.baton.requests.Conversation;
import dev.baton.requests.Doubt;
import dev.baton.requests.Doubts;
import dev.baton.requests.IncomingMessage;
import dev.baton.requests.MovedMessage;
import dev.baton.requests.Request;
import dev.baton.requests.RequestFiles;
import dev.baton.requests.RequestLinks;
import dev.baton.requests.StoredFile;
import dev.baton.requests.WithoutLinks;
import dev.baton.shared.EmailAddress;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The conversation of a request as a page shows it, without what would let its reader act for somebody else. */
@Component
class Sayings {

    private record Timed(Instant at, StatusView.Saying saying) {}

    private final Conversation conversation;
    private final RequestFiles files;
    private final RequestLinks links;
    private final Outbox outbox;
    private final WithoutLinks withoutLinks;
    private final Doubts doubts;
    private final People people;
    private final Moments moments;

    Sayings(
            Conversation conversation,
            RequestFiles files,
            RequestLinks links,
            Outbox outbox,
            WithoutLinks withoutLinks,
            Doubts doubts,
            People people,
            Moments moments) {
        this.conversation = conversation;
        this.files = files;
        this.links = links;
        this.outbox = outbox;
        this.withoutLinks = withoutLinks;
        this.doubts = doubts;
        this.people = people;
        this.moments = moments;
    }

    /**
     * What was written both ways, oldest first; of our mails only those to the reader, since what we write to one is often
     * about another. On a page that whoever has its link may see these are the requester's, without their text: it may hold
     * a link that is theirs alone.
     *
     * @param reader who has signed in; null on a page that whoever has its link may see
     */
    List<StatusView.Saying> of(Request request, @Nullable EmailAddress reader, ZoneId zone) {
        List<StoredFile> kept = files.of(request.ref());
        Stream<Timed> written = written(request, reader).stream()
                .map(message -> new Timed(message.writtenAt(), said(request, message, kept, zone)));
        Stream<Timed> sent = outbox.of(request.ref()).stream()
                .filter(mail -> mail.state() != MailState.DROPPED)
                .filter(mail -> mail.to().equals(reader == null ? request.requester() : reader))
                .map(mail -> new Timed(mail.queuedAt(), sent(mail, reader, zone)));
        Stream<Timed> moved =
                conversation.movedAway(request.ref()).stream().map(gone -> new Timed(gone.at(), moved(gone, zone)));
        return Stream.of(written, sent, moved)
                .flatMap(each -> each)
                .sorted(Comparator.comparing(Timed::at))
                .map(Timed::saying)
                .toList();
    }

    /** Whoever has a link may be the requester. */
    private List<IncomingMessage> written(Request request, @Nullable EmailAddress reader) {
        return reader == null || reader.equals(request.requester())
                ? conversation.writtenFor(request.requester(), request.ref())
                : conversation.written(request.ref());
    }

    /** Our mails to everybody else, oldest first, by their subjects: for whoever answers for the request. */
    List<StatusView.Saying> toOthers(Request request, EmailAddress reader, ZoneId zone) {
        return outbox.of(request.ref()).stream()
                .filter(mail -> mail.state() != MailState.DROPPED && !mail.to().equals(reader))
                .sorted(Comparator.comparing(QueuedMail::queuedAt))
                .map(mail -> sent(mail, reader, zone))
                .toList();
    }

    private StatusView.Saying said(Request request, IncomingMessage message, List<StoredFile> kept, ZoneId zone) {
        return new StatusView.Saying(
                doubts.author(request, message),
                doubts.of(request, message).map(Doubt::word).orElse(null),
                moments.full(message.writtenAt(), zone),
                null,
                withoutLinks.in(message.text()),
                withoutLinks.in(message.cut()),
                false,
                message.ledgerId(),
                kept.stream()
                        .filter(file -> file.standsIn(message))
                        .map(picture -> StatusView.FileLine.of(picture, links))
                        .toList(),
                null);
    }

    private StatusView.Saying moved(MovedMessage gone, ZoneId zone) {
        IncomingMessage message = gone.message();
        return new StatusView.Saying(
                message.name().isBlank() ? name(message.author()) : message.name(),
                null,
                moments.full(message.writtenAt(), zone),
                null,
                null,
                "",
                false,
                message.ledgerId(),
                List.of(),
                new StatusView.Moved(name(gone.by()), moments.full(gone.at(), zone), gone.to()));
    }

    private StatusView.Saying sent(QueuedMail mail, @Nullable EmailAddress reader, ZoneId zone) {
        return new StatusView.Saying(
                name(mail.to()),
                null,
                moments.full(mail.queuedAt(), zone),
                mail.subject(),
                mail.to().equals(reader) ? mail.text() : null,
                "",
                true,
                null,
                List.of(),
                null);
    }

    private String name(EmailAddress address) {
        return people.personOrStranger(address).name();
    }
}
