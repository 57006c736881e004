package dev.baton.tasks;

import dev.baton.outbox.MailReturned;
import dev.baton.outbox.Notices;
import dev.baton.people.Moments;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.requests.RequestLinks;
import dev.baton.requests.WithoutLinks;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.tasks.StalledTasks.Stalled;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** Told where nobody vouches for the note; the person's own is told all the same when it comes. */
    private static final String PERHAPS_AWAY = "perhaps-away";

    private final StalledTasks stalled;
    private final TaskMails mails;
    private final ActionLinks links;
    private final RequestLinks requestLinks;
    private final WithoutLinks withoutLinks;
    private final Notices notices;
    private final People people;
    private final Moments moments;

    StandingStill(
            StalledTasks stalled,
            TaskMails mails,
            ActionLinks links,
            RequestLinks requestLinks,
            WithoutLinks withoutLinks,
            Notices notices,
            People people,
            Moments moments) {
        this.stalled = stalled;
        this.mails = mails;
        this.links = links;
        this.requestLinks = requestLinks;
        this.withoutLinks = withoutLinks;
        this.notices = notices;
        this.people = people;
        this.moments = moments;
    }

    /** Mails do not reach whoever has a task of the request. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void unreached(MailReturned returned) {
        RequestRef ref = returned.mail().request();
        EmailAddress person = returned.mail().to();
        stalled.of(person).stream()
                .filter(each -> each.request().ref().equals(ref))
                .findFirst()
                .filter(each -> isFirst(UNREACHED, each))
                .ifPresent(each -> tell(UNREACHED, each, unreached(returned, each)));
    }

    private MailModels.Undeliverable unreached(MailReturned returned, Stalled first) {
        ZoneId zone = first.reader().zone();
        String said = returned.mark().diagnostic();
        return new MailModels.Undeliverable(
                name(first.holder()),
                first.holder().value(),
                first.task().name(),
                first.request().title(),
                said.isEmpty() ? null : said,
                due(first),
                moments.day(returned.mark().until(), zone),
                links.handOverUrl(stalled.linkOf(first), null),
                requestLinks.status(first.request().ref()));
    }

    /**
     * Somebody says by an automatic answer that they are away. All that stands still with them is told of, in one mail to
     * each who answers for some of it: who writes to a machine again gets no second note.
     *
     * @return whether somebody was told now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean away(AwayNote note) {
        Collection<List<Stalled>> told = stalled.of(note.person()).stream()
                .sorted(Comparator.comparing(each -> !each.request().ref().equals(note.request())))
                .collect(
                        Collectors.groupingBy(each -> each.reader().address(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(held -> notToldYet(held, note))
                .filter(news -> !news.isEmpty())
                .toList();
        told.forEach(news -> tell(AWAY, news.get(0), away(note, news)));
        return !told.isEmpty();
    }

    private List<Stalled> notToldYet(List<Stalled> held, AwayNote note) {
        Set<RequestRef> first = held.stream()
                .map(each -> each.request().ref())
                .distinct()
                .filter(ref -> isNews(note, held.get(0).holder(), ref))
                .collect(Collectors.toSet());
        return held.stream()
                .filter(each -> first.contains(each.request().ref()))
                .toList();
    }

    private boolean isNews(AwayNote note, EmailAddress holder, RequestRef ref) {
        return note.sure()
                ? notices.isFirst(AWAY, holder, ref.toString())
                : !notices.isKnown(AWAY, holder, ref.toString())
                        && notices.isFirst(PERHAPS_AWAY, holder, ref.toString());
    }

    private MailModels.Away away(AwayNote note, List<Stalled> news) {
        Stalled first = news.get(0);
        Person offered = stalled.offered(note).orElse(null);
        EmailAddress to = offered == null ? null : offered.address();
        return new MailModels.Away(
                name(note.person()),
                day(note.lastDay(), first.reader().zone()),
                first.task().name(),
                first.request().title(),
                due(first),
                note.quote().map(withoutLinks::in).orElse(null),
                note.sure(),
                offered == null ? null : offered.name(),
                links.handOverUrl(stalled.linkOf(first), to),
                news.stream()
                        .skip(1)
                        .map(other -> new MailModels.AlsoStalled(
                                other.task().name(),
                                other.request().title(),
                                due(other),
                                links.handOverUrl(stalled.linkOf(other), to)))
                        .toList(),
                requestLinks.status(first.request().ref()));
    }

    private boolean isFirst(String kind, Stalled each) {
        return notices.isFirst(kind, each.holder(), each.request().ref().toString());
    }

    private void tell(String kind, Stalled first, Object model) {
        mails.toAnybody(first.request(), first.reader().address(), kind, model);
    }

    private @Nullable String day(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : moments.day(day.atTime(12, 0).atZone(zone).toInstant(), zone);
    }

    private String name(EmailAddress person) {
        return people.personOrStranger(person).name();
    }

    private @Nullable String due(Stalled each) {
        Instant due = each.task().dueAt();
        return due == null ? null : moments.full(due, each.reader().zone());
    }
}
