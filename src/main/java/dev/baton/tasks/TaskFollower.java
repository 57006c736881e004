package dev.baton.tasks;

import dev.baton.engine.spi.OpenTask;
import dev.baton.engine.spi.TaskObserver;
import dev.baton.requests.Blockers;
import dev.baton.requests.Decision;
import dev.baton.requests.Decisions;
import dev.baton.requests.Promises;
import dev.baton.requests.Request;
import dev.baton.requests.Requests;
import dev.baton.shared.EmailAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts every task into people's hands in the engine's transaction, and takes it out of them when it ends. */
@Component
class TaskFollower implements TaskObserver {

    private final TaskRows rows;
    private final Receivers receivers;
    private final HandOvers handOvers;
    private final TaskMails mails;
    private final Nudges nudges;
    private final Requests requests;
    private final Promises promises;
    private final Decisions decisions;
    private final Blockers blockers;
    private final Clock clock;

    TaskFollower(
            TaskRows rows,
            Receivers receivers,
            HandOvers handOvers,
            TaskMails mails,
            Nudges nudges,
            Requests requests,
            Promises promises,
            Decisions decisions,
            Blockers blockers,
            Clock clock) {
        this.rows = rows;
        this.receivers = receivers;
        this.handOvers = handOvers;
        this.mails = mails;
        this.nudges = nudges;
        this.requests = requests;
        this.promises = promises;
        this.decisions = decisions;
        this.blockers = blockers;
        this.clock = clock;
    }

    @Override
    public void opened(OpenTask opened) {
        Request request = requests.get(opened.request());
        List<Receivers.Receiver> hands = receivers.of(opened, request);
        Task task = rows.insert(opened, nudges.first(opened, hands.get(0).person()));
        Instant due = opened.dueAt();
        if (due != null) {
            EmailAddress promising = hands.size() == 1 ? hands.get(0).person().address() : request.owner();
            promises.make(opened.request(), opened.id(), due, promising, null);
        }
        for (Receivers.Receiver hand : hands) {
            mails.task(task, request, handOvers.give(task, hand.person().address(), hand.cause(), hand.instead()));
        }
    }

    @Override
    public void completed(OpenTask done) {
        ended(done, false);
    }

    @Override
    public void withdrawn(OpenTask gone) {
        ended(gone, true);
    }

    private void ended(OpenTask task, boolean withdrawn) {
        rows.ended(task.id(), withdrawn, clock.instant());
        mails.notNeeded(task.request(), handOvers.of(task.id()));
        handOvers.withdraw(task.id());
        EmailAddress by = decisions
                .onTask(task.id())
                .map(Decision::by)
                .orElseGet(() -> requests.get(task.request()).owner());
        blockers.liftOfTask(task.request(), task.id(), by);
    }
}
