package dev.baton.tasks;

import dev.baton.outbox.MailReturned;
import dev.baton.outbox.Notices;
import dev.baton.people.Moments;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.requests.Request;
import dev.baton.requests.RequestLinks;
import dev.baton.requests.Requests;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells whoever answers for a request that a task of it stands still, because its holder is not reached or is away. The
 * task stays where it is; the mail offers to hand it over. Once per person and request. What others have in hand as well
 * does not stand still.
 */
@Component
public class StandingStill {

    private static final String UNREACHED = "undeliverable";
    private static final String AWAY = "away";

    private final HandOvers handOvers;
    private final TaskRows rows;
    private final Responsible responsible;
    private final TaskMails mails;
    private final ActionLinks links;
    private final RequestLinks requestLinks;
    private final Requests requests;
    private final Notices notices;
    private final People people;
    private final Moments moments;

    StandingStill(
            HandOvers handOvers,
            TaskRows rows,
            Responsible responsible,
            TaskMails mails,
            ActionLinks links,
            RequestLinks requestLinks,
            Requests requests,
            Notices notices,
            People people,
            Moments moments) {
        this.handOvers = handOvers;
        this.rows = rows;
        this.responsible = responsible;
        this.mails = mails;
        this.links = links;
        this.requestLinks = requestLinks;
        this.requests = requests;
        this.notices = notices;
        this.people = people;
        this.moments = moments;
    }

    /** Mails do not reach whoever has a task of the request. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void unreached(MailReturned returned) {
        RequestRef ref = returned.mail().request();
        if (ref != null) {
            String said = returned.mark().diagnostic();
            tell(UNREACHED, returned.mail().to(), ref, (task, with) -> {
                ZoneId zone = with.reader().zone();
                return new MailModels.Undeliverable(
                        with.holderName(),
                        returned.mail().to().value(),
                        task.name(),
                        with.request().title(),
                        said.isEmpty() ? null : said,
                        due(task, zone),
                        moments.day(returned.mark().until(), zone),
                        links.handOverUrl(with.link(), null),
                        requestLinks.status(ref));
            });
        }
    }

    /**
     * Whoever has a task of the request says by an automatic answer that they are away.
     *
     * @param lastDay the last day of it, if it is known
     * @return whether somebody was told now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean away(EmailAddress person, RequestRef ref, @Nullable LocalDate lastDay) {
        return tell(AWAY, person, ref, (task, with) -> {
            ZoneId zone = with.reader().zone();
            Person substitute = with.substitute();
            return new MailModels.Away(
                    with.holderName(),
                    lastDay == null
                            ? null
                            : moments.day(lastDay.atTime(12, 0).atZone(zone).toInstant(), zone),
                    task.name(),
                    with.request().title(),
                    due(task, zone),
                    substitute == null ? null : substitute.name(),
                    links.handOverUrl(with.link(), substitute == null ? null : substitute.address()),
                    requestLinks.status(ref));
        });
    }

    /** What the mails have in common. */
    private record With(
            Person reader,
            Request request,
            String holderName,
            @Nullable Person substitute,
            HandOver link) {}

    private interface Words {
        Object of(Task task, With with);
    }

    private boolean tell(String kind, EmailAddress person, RequestRef ref, Words words) {
        Optional<Request> request = requests.find(ref).filter(Request::isOpen);
        return request.isPresent() && tell(kind, person, request.get(), words);
    }

    private boolean tell(String kind, EmailAddress person, Request request, Words words) {
        List<HandOver> held = handOvers.heldBy(person).stream()
                .filter(handOver -> handOver.request().equals(request.ref()) && handOver.doesTheWork())
                .filter(handOver -> handOvers.holders(handOver.taskId()).size() == 1)
                .toList();
        Optional<Person> reader = responsible.insteadOf(person, request);
        if (held.isEmpty()
                || reader.isEmpty()
                || !notices.isFirst(kind, person, request.ref().toString())) {
            return false;
        }
        HandOver first = held.get(0);
        Task task = rows.get(first.taskId());
        Person substitute = responsible
                .substitute(person)
                .filter(other -> !other.address().equals(person))
                .orElse(null);
        With with = new With(
                reader.get(),
                request,
                people.personOrStranger(person).name(),
                substitute,
                toReader(task, reader.get(), held));
        mails.toAnybody(request, reader.get().address(), kind, words.of(task, with));
        return true;
    }

    /** A link of their own, as for a task that is overdue: with it they can decide and hand over. */
    private HandOver toReader(Task task, Person reader, List<HandOver> held) {
        return handOvers.of(task.id()).stream()
                .filter(handOver -> handOver.holds() && handOver.person().equals(reader.address()))
                .findFirst()
                .orElseGet(() -> handOvers.give(
                        task, reader.address(), Cause.ESCALATED, held.get(0).person()));
    }

    private @Nullable String due(Task task, ZoneId zone) {
        Instant due = task.dueAt();
        return due == null ? null : moments.full(due, zone);
    }
}
