package dev.baton.tasks;

import dev.baton.people.Moments;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.requests.Blocker;
import dev.baton.requests.BlockerLifted;
import dev.baton.requests.Blockers;
import dev.baton.requests.Dependencies;
import dev.baton.requests.Request;
import dev.baton.requests.RequestLinks;
import dev.baton.requests.Requests;
import dev.baton.requests.Wait;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.shared.Retried;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a task waits for: saying so, telling whoever it waits for, and saying that it is out of the way. */
@Component
public class Blocking {

    private final TaskRows rows;
    private final Standings standings;
    private final HandOvers handOvers;
    private final Blockers blockers;
    private final Dependencies dependencies;
    private final WaitReader reader;
    private final WaitRefusals refusals;
    private final NamedRequests others;
    private final TaskMails mails;
    private final ActionLinks links;
    private final RequestLinks requestLinks;
    private final Requests requests;
    private final People people;
    private final Moments moments;
    private final TaskWords words;
    private final Retried retried;
    private final Clock clock;

    Blocking(
            TaskRows rows,
            Standings standings,
            HandOvers handOvers,
            Blockers blockers,
            Dependencies dependencies,
            WaitReader reader,
            WaitRefusals refusals,
            NamedRequests others,
            TaskMails mails,
            ActionLinks links,
            RequestLinks requestLinks,
            Requests requests,
            People people,
            Moments moments,
            TaskWords words,
            Retried retried,
            Clock clock) {
        this.rows = rows;
        this.standings = standings;
        this.handOvers = handOvers;
        this.blockers = blockers;
        this.dependencies = dependencies;
        this.reader = reader;
        this.refusals = refusals;
        this.others = others;
        this.mails = mails;
        this.links = links;
        this.requestLinks = requestLinks;
        this.requests = requests;
        this.people = people;
        this.moments = moments;
        this.words = words;
        this.retried = retried;
        this.clock = clock;
    }

    /**
     * The person cannot go on.
     *
     * @param waitsOn a name, an address or a reference
     * @param what in their own words
     * @return what is wrong with what was filled in; nothing if it is done, or the task is decided or gone
     */
    public Optional<Refusal> raise(HandOver handOver, String waitsOn, String what) {
        if (waitsOn.isBlank()) {
            return Refusal.of("waitsOn", "waits-on-missing");
        }
        if (what.isBlank()) {
            return Refusal.of("what", "what-missing");
        }
        return retried.run(() -> record(handOver, waitsOn, what));
    }

    private Optional<Refusal> record(HandOver handOver, String waitsOn, String what) {
        Task task = rows.lock(handOver.taskId());
        if (!standings.of(handOver).waits()) {
            return Optional.empty();
        }
        List<RequestRef> named = reader.filledIn(waitsOn);
        if (!named.isEmpty()) {
            return waitFor(task, named, what.strip(), handOver.person());
        }
        blockers.raise(task.request(), task.id(), waitsOn.strip(), what.strip(), handOver.person());
        List<Blocker> raised = of(task);
        tell(task, raised.get(raised.size() - 1));
        return Optional.empty();
    }

    /**
     * The task, which is locked, waits for another request; whoever owns that one is told.
     *
     * @param named the requests that were named; more than one is refused
     * @return why it cannot; nothing if it is done
     */
    Optional<Refusal> waitFor(Task task, List<RequestRef> named, String what, EmailAddress by) {
        if (named.size() > 1) {
            return Refusal.of("waitsOn", "waits-on-several");
        }
        Wait wait = dependencies.raise(task.request(), task.id(), named.get(0), what, by);
        if (wait instanceof Wait.Kept kept && kept.fresh()) {
            tell(task, kept.blocker());
        }
        return refusals.of(wait, by);
    }

    /** What holds the task up now, longest first. */
    public List<Blocker> of(Task task) {
        return blockers.of(task.request()).stream()
                .filter(blocker -> task.id().equals(blocker.taskId()))
                .toList();
    }

    /** The task can go on, says whoever has it. */
    @Transactional
    public void lift(HandOver handOver, long blocker) {
        rows.find(handOver.taskId())
                .filter(task -> of(task).stream().anyMatch(each -> each.id() == blocker))
                .ifPresent(task -> blockers.lift(blocker, handOver.person()));
    }

    /** What was in the way is out of it, says whom the task waited for; whoever has the task is told, once. */
    @Transactional
    public void outOfTheWay(Blocker blocker) {
        Request request = requests.get(blocker.request());
        EmailAddress by = waitedFor(blocker, request);
        blockers.outOfTheWay(blocker, by);
    }

    @EventListener
    void lifted(BlockerLifted lifted) {
        Blocker blocker = lifted.blocker();
        EmailAddress by = lifted.by();
        Request request = requests.get(blocker.request());
        Person waiting = people.personOrStranger(blocker.raisedBy());
        mails.toAnybody(
                request,
                waiting.address(),
                "message",
                new MailModels.Message(
                        words.name(by),
                        null,
                        moments.full(clock.instant(), waiting.zone()),
                        words.text("tasks.out-of-the-way", blocker.what()),
                        List.of(),
                        request.title(),
                        requestLinks.status(request, waiting.address())));
    }

    /** The blocker with this number, while it holds. */
    public Optional<Blocker> find(long id) {
        return blockers.all().stream().filter(blocker -> blocker.id() == id).findFirst();
    }

    private void tell(Task task, Blocker blocker) {
        Request request = requests.get(task.request());
        EmailAddress to = waitedFor(blocker, request);
        boolean withThem = handOvers.holders(task.id()).stream()
                .anyMatch(holder -> holder.person().equals(to));
        if (withThem) {
            return;
        }
        Person told = people.personOrStranger(to);
        Instant due = task.dueAt();
        RequestRef other = blocker.waitsFor();
        mails.toAnybody(
                request,
                to,
                "blocked",
                new MailModels.Blocked(
                        words.name(blocker.raisedBy()),
                        task.name(),
                        request.title(),
                        blocker.what(),
                        other == null ? null : others.named(requests.get(other), told),
                        due == null ? null : moments.full(due, told.zone()),
                        links.blocker(blocker.id()),
                        requestLinks.status(request, to)));
    }

    /** The owner of the request it waits for, the person of this address or name, else this request's owner. */
    private EmailAddress waitedFor(Blocker blocker, Request request) {
        String waitsOn = blocker.waitsOn();
        Optional<EmailAddress> byReference =
                Optional.ofNullable(blocker.waitsFor()).map(requests::get).map(Request::owner);
        Optional<EmailAddress> byAddress =
                EmailAddress.parse(waitsOn).map(people::personOrStranger).map(Person::address);
        Optional<EmailAddress> byName = people.all().stream()
                .filter(person -> person.name().equalsIgnoreCase(waitsOn)
                        || person.firstName().equalsIgnoreCase(waitsOn))
                .map(Person::address)
                .findFirst();
        return byReference.or(() -> byAddress).or(() -> byName).orElseGet(request::owner);
    }
}
