package dev.baton.requests;

import dev.baton.engine.FormField;
import dev.baton.models.Workflow;
import dev.baton.outbox.MailPicture;
import dev.baton.outbox.Outbox;
import dev.baton.outbox.OutgoingMail;
import dev.baton.people.Moments;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.shared.EmailAddress;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The mails that a request itself sends to whoever asked for it. */
@Component
class RequestMails {

    /** A field that the brief still lacks. */
    record Missing(String label, @Nullable String help) {}

    /**
     * Acknowledges a request, and says what is missing if anything is.
     *
     * @param likelyBy the day by which 85 % of such requests are delivered; null where nothing can be said
     * @param likelyFrom how many earlier ones that is judged by
     * @param likelyExamples whether made-up ones are among them
     */
    record Acknowledgement(
            String requesterName,
            String reference,
            String title,
            String workflowName,
            String ownerName,
            @Nullable String promisedAt,
            @Nullable String likelyBy,
            int likelyFrom,
            boolean likelyExamples,
            String statusUrl,
            List<Missing> missing,
            @Nullable String formUrl,
            List<BriefRows.Row> brief,
            @Nullable String note) {}

    /** A file to open. */
    record Attached(String name, String size, String url) {}

    /** Says that a request was delivered. */
    record Delivered(
            String title,
            String ownerName,
            String deliveredAt,
            @Nullable String promisedAt,
            @Nullable String summary,
            List<Attached> files,
            String statusUrl) {}

    /** Says that a request was closed without delivery. */
    record Closed(String title, String reason, @Nullable String closedBy, String statusUrl) {}

    /**
     * Passes on what somebody wrote.
     *
     * @param doubt the word of a {@link Doubt}; null where there is none
     */
    record Message(
            String senderName,
            @Nullable String doubt,
            String when,
            String text,
            List<Attached> files,
            String title,
            @Nullable String statusUrl) {}

    private final Outbox outbox;
    private final Conversation conversation;
    private final RequestLinks links;
    private final RequestPictures pictures;
    private final BriefRows brief;
    private final WithoutLinks withoutLinks;
    private final Doubts doubts;
    private final ObjectProvider<DeliveryForecasts> forecasts;
    private final People people;
    private final Moments moments;
    private final MessageSource messages;

    RequestMails(
            Outbox outbox,
            Conversation conversation,
            RequestLinks links,
            RequestPictures pictures,
            BriefRows brief,
            WithoutLinks withoutLinks,
            Doubts doubts,
            ObjectProvider<DeliveryForecasts> forecasts,
            People people,
            Moments moments,
            MessageSource messages) {
        this.outbox = outbox;
        this.conversation = conversation;
        this.links = links;
        this.pictures = pictures;
        this.brief = brief;
        this.withoutLinks = withoutLinks;
        this.doubts = doubts;
        this.forecasts = forecasts;
        this.people = people;
        this.moments = moments;
        this.messages = messages;
    }

    void acknowledge(Request request, Workflow workflow, List<FormField> missing, @Nullable String note) {
        Optional<DeliveryForecast> forecast = forecast(request);
        sendShowing(
                request.waitsForBrief() ? null : pictures.closeUp(request).orElse(null),
                request,
                request.requester(),
                "acknowledgement",
                new Acknowledgement(
                        name(request),
                        request.ref().toString(),
                        request.title(),
                        workflow.name(),
                        people.personOrStranger(request.owner()).name(),
                        request.promisedAt() == null
                                ? null
                                : moments.full(request.promisedAt(), zone(request.requester())),
                        forecast.flatMap(DeliveryForecast::date)
                                .map(day -> moments.day(day, zone(request.requester())))
                                .orElse(null),
                        forecast.map(DeliveryForecast::cases).orElse(0),
                        forecast.map(DeliveryForecast::examples).orElse(false),
                        links.status(request, request.requester()),
                        missing.stream()
                                .map(field ->
                                        new Missing(field.label(), field.help().orElse(null)))
                                .toList(),
                        missing.isEmpty() ? null : links.brief(request),
                        brief.of(request),
                        note));
    }

    private Optional<DeliveryForecast> forecast(Request request) {
        return Optional.ofNullable(forecasts.getIfAvailable()).flatMap(known -> known.of(request));
    }

    /**
     * Acknowledges again and asks for what is still missing, unless that was done too often already.
     *
     * @param note what the requester should know of it, in a sentence
     * @return whether the mail was sent
     */
    boolean askAgain(Request request, Workflow workflow, List<FormField> missing, @Nullable String note) {
        boolean asks = missing.isEmpty() || !outbox.repeats(request.requester(), "acknowledgement", request.ref());
        if (asks) {
            acknowledge(request, workflow, missing, missing.isEmpty() ? null : note);
        }
        return asks;
    }

    /** What is said where an answer brought nothing that could be read; nothing where nothing is missing. */
    @Nullable
    String howToAnswer(List<FormField> missing) {
        if (missing.isEmpty()) {
            return null;
        }
        return messages.getMessage(
                "requests.not-read", new Object[] {missing.get(0).label()}, Locale.ENGLISH);
    }

    void ended(Request request, @Nullable String closedBy) {
        String reason = request.closedBecause();
        String statusUrl = links.status(request, request.requester());
        if (reason == null) {
            send(request, request.requester(), "delivered", delivered(request, statusUrl));
        } else {
            send(request, request.requester(), "closed", new Closed(request.title(), reason, closedBy, statusUrl));
        }
    }

    private Delivered delivered(Request request, String statusUrl) {
        ZoneId zone = zone(request.requester());
        return new Delivered(
                request.title(),
                people.personOrStranger(request.owner()).name(),
                request.endedAt() == null ? "" : moments.full(request.endedAt(), zone),
                request.promisedAt() == null ? null : moments.full(request.promisedAt(), zone),
                null,
                List.of(),
                statusUrl);
    }

    /** Passes on what somebody wrote to these people, or to the owner; to nobody what a machine says again and again. */
    void passOn(Request request, IncomingMessage message, Set<EmailAddress> to) {
        if (!conversation.isRepeated(request.ref(), message)) {
            Set<EmailAddress> readers = new LinkedHashSet<>(to.isEmpty() ? Set.of(request.owner()) : to);
            readers.remove(message.author());
            readers.forEach(reader -> relay(request, message, reader));
        }
    }

    private void relay(Request request, IncomingMessage message, EmailAddress to) {
        send(
                request,
                to,
                "message",
                new Message(
                        doubts.author(request, message),
                        doubts.of(request, message).map(Doubt::word).orElse(null),
                        moments.full(message.writtenAt(), zone(to)),
                        withoutLinks.in(message.text()),
                        List.of(),
                        request.title(),
                        links.status(request, to)));
    }

    /** Queues the mail as part of the request's conversation, with answers coming back to the request. */
    void send(Request request, EmailAddress to, String template, Object model) {
        sendShowing(null, request, to, template, model);
    }

    /** The same, with a picture where its template has a place for one. */
    void sendShowing(@Nullable MailPicture picture, Request request, EmailAddress to, String template, Object model) {
        outbox.enqueue(OutgoingMail.to(to, template, model)
                .about(request.ref())
                .answeredTo(links.answerTo(request.ref()))
                .following(conversation.references(request.ref()))
                .showing(picture));
    }

    private String name(Request request) {
        Person known = people.personOrStranger(request.requester());
        return known.isStranger() && !request.requesterName().isBlank() ? request.requesterName() : known.name();
    }

    private ZoneId zone(EmailAddress reader) {
        return people.personOrStranger(reader).zone();
    }
}
