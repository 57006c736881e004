package dev.baton.tasks;

import dev.baton.engine.UserTasks;
import dev.baton.people.Moments;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.requests.Promise;
import dev.baton.requests.Promises;
import dev.baton.requests.Request;
import dev.baton.requests.RequestLinks;
import dev.baton.requests.Requests;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.Retried;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a person can do with a task instead of deciding it: give it to somebody else, or promise another date. */
@Component
public class NotNow {

    /** The last day that people mean and databases keep. */
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final TaskRows rows;
    private final HandOvers handOvers;
    private final Standings standings;
    private final Receivers receivers;
    private final TaskMails mails;
    private final Nudges nudges;
    private final Requests requests;
    private final RequestLinks links;
    private final Promises promises;
    private final UserTasks engine;
    private final People people;
    private final Moments moments;
    private final Retried retried;
    private final Clock clock;

    NotNow(
            TaskRows rows,
            HandOvers handOvers,
            Standings standings,
            Receivers receivers,
            TaskMails mails,
            Nudges nudges,
            Requests requests,
            RequestLinks links,
            Promises promises,
            UserTasks engine,
            People people,
            Moments moments,
            Retried retried,
            Clock clock) {
        this.rows = rows;
        this.handOvers = handOvers;
        this.standings = standings;
        this.receivers = receivers;
        this.mails = mails;
        this.nudges = nudges;
        this.requests = requests;
        this.links = links;
        this.promises = promises;
        this.engine = engine;
        this.people = people;
        this.moments = moments;
        this.retried = retried;
        this.clock = clock;
    }

    /**
     * Gives the task to one other person, or to who stands in for them today. Everybody else it was with has it no more.
     *
     * @param to an address; need not be of somebody we know
     * @param note words for the other person; may be empty
     * @return what is wrong with what was filled in; nothing if it is done, or the task is decided or gone
     */
    public Optional<Refusal> handOver(HandOver from, String to, String note) {
        Optional<Person> receiver = EmailAddress.parse(to).map(people::personOrStranger);
        if (receiver.isEmpty()) {
            return Refusal.of("to", to.isBlank() ? "to-missing" : "to-unreadable");
        }
        if (receiver.get().address().equals(from.person())) {
            return Refusal.of("to", "to-yourself");
        }
        return retried.run(() -> give(from, receiver.get(), note));
    }

    private Optional<Refusal> give(HandOver from, Person to, String note) {
        Task task = rows.lock(from.taskId());
        if (standings.of(from).waits()) {
            Receivers.Receiver hand = receivers.present(to, Cause.HANDED_OVER);
            EmailAddress instead = hand.instead();
            engine.assign(task.id(), to.address(), from.person());
            rows.assign(task.id(), to.address());
            mails.notNeeded(task.request(), handOvers.of(task.id()));
            handOvers.withdraw(task.id());
            HandOver given = handOvers.give(
                    task,
                    hand.person().address(),
                    hand.cause(),
                    instead == null ? from.person() : instead,
                    note.isBlank() ? null : new HandOver.Note(from.person(), note.strip()));
            mails.handedOver(task, requests.get(task.request()), given, from.person());
            nudges.plan(task);
        }
        return Optional.empty();
    }

    /**
     * Promises another date, and tells the owner of the request. The promises before stay on record.
     *
     * @param time in the person's zone; null means the end of the day's work
     * @return what is wrong with what was filled in; nothing if it is done, or the task is decided or gone
     */
    public Optional<Refusal> needUntil(
            HandOver handOver, @Nullable LocalDate day, @Nullable LocalTime time, String reason) {
        Person person = people.personOrStranger(handOver.person());
        if (day == null || day.isAfter(LAST_DAY)) {
            return Refusal.of("day", "day-missing");
        }
        Instant due = time == null
                ? people.calendarOf(person.address()).endOf(day)
                : day.atTime(time).atZone(person.zone()).toInstant();
        if (!due.isAfter(clock.instant())) {
            return Refusal.of("day", "day-past");
        }
        if (reason.isBlank()) {
            return Refusal.of("reason", "reason-missing");
        }
        return retried.run(() -> promise(handOver, person, due, reason));
    }

    private Optional<Refusal> promise(HandOver handOver, Person person, Instant due, String reason) {
        Task task = rows.lock(handOver.taskId());
        if (standings.of(handOver).waits()) {
            promises.make(task.request(), task.id(), due, person.address(), reason.strip());
            engine.due(task.id(), due, person.address());
            nudges.plan(rows.get(task.id()));
            tellOwner(task, person, due, reason.strip());
        }
        return Optional.empty();
    }

    private void tellOwner(Task task, Person by, Instant due, String reason) {
        Request request = requests.get(task.request());
        Person owner = people.personOrStranger(request.owner());
        if (owner.address().equals(by.address())) {
            return;
        }
        Instant before = task.dueAt();
        List<Promise> made = promises.ofTask(task.request(), task.id());
        mails.toAnybody(
                request,
                owner.address(),
                "promise-moved",
                new MailModels.PromiseMoved(
                        task.name() + ": " + request.title(),
                        by.name(),
                        moments.full(made.get(0).due(), owner.zone()),
                        moments.full(before == null ? made.get(0).due() : before, owner.zone()),
                        moments.full(due, owner.zone()),
                        reason,
                        links.status(request.ref())));
    }
}
