package dev.baton.metrics;

import dev.baton.shared.RequestRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request as the facts tell of it. Times are milliseconds. */
final class StoredRequest {

    final RequestRef ref;
    final String title;
    final String workflow;
    final @Nullable String campaign;
    final long openedAt;
    final boolean incomplete;
    final boolean madeUp;
    /** When its brief was complete. */
    long begunAt;

    @Nullable
    Since<String> team;

    @Nullable
    Since<Integer> version;

    long endedAt = TaskFact.OPEN;
    boolean delivered;
    final StoredPromises promises = new StoredPromises();
    final List<StoredTask> tasks = new ArrayList<>(4);
    /** When somebody decided, wrote, or said what holds it up. */
    final Times touches = new Times();
    /** When its work came to somebody else than had it before. */
    final Times handOvers = new Times();
    /** When its requester asked how it stands. */
    final Times statusQuestions = new Times();
    /** When its requester was asked for more. */
    final Times questions = new Times();
    /** When its requester got a mail about it. */
    final Times told = new Times();

    /** Who got work on it last, as a number; 0 where nobody has. */
    private int holder;

    /** The last moment at which anything about it happened or was due. */
    long lastMoment;

    StoredRequest(
            RequestRef ref,
            String title,
            String workflow,
            @Nullable String campaign,
            long openedAt,
            boolean incomplete,
            boolean madeUp) {
        this.ref = ref;
        this.title = title;
        this.workflow = workflow;
        this.campaign = campaign;
        this.openedAt = openedAt;
        this.incomplete = incomplete;
        this.madeUp = madeUp;
        this.begunAt = incomplete ? TaskFact.OPEN : openedAt;
        this.lastMoment = openedAt;
    }

    void seen(long moment) {
        lastMoment = Math.max(lastMoment, moment);
    }

    /** Its task of this id; the newest are looked at first, since they are asked for most. */
    Optional<StoredTask> task(UUID id) {
        for (int i = tasks.size() - 1; i >= 0; i--) {
            if (tasks.get(i).is(id)) {
                return Optional.of(tasks.get(i));
            }
        }
        return Optional.empty();
    }

    /** Says that this person, as a number, has work on it from then on. */
    void with(int person, long at) {
        if (holder != 0 && holder != person) {
            handOvers.add(at);
        }
        holder = person;
    }

    /** The same text object as its other tasks have, if one has this process. */
    String shared(String processId) {
        for (int i = tasks.size() - 1; i >= 0; i--) {
            if (tasks.get(i).processId.equals(processId)) {
                return tasks.get(i).processId;
            }
        }
        return processId;
    }

    /** Whether anything of it can matter to a question about this stretch of time, seen from this moment. */
    boolean matters(long from, long to, long asOf) {
        return openedAt <= asOf && (endedAt > asOf || (openedAt < to && lastMoment >= from));
    }

    /** What was known of it at that moment. */
    Work work(long asOf) {
        RequestFact fact = asOf(asOf);
        List<TaskFact> known = new ArrayList<>(tasks.size());
        long touched = touches.until(asOf) + moved(promises, asOf);
        for (StoredTask task : tasks) {
            if (task.createdAt <= asOf) {
                known.add(new TaskAsOf(task, fact, asOf));
                touched += moved(task.promises, asOf) + (task.answeredBy(asOf) ? 1 : 0);
            }
        }
        int letters = told.until(asOf);
        return new Work(
                fact,
                known,
                letters == 0 ? null : Instant.ofEpochMilli(told.at(letters - 1)),
                statusQuestions.list(asOf),
                questions.until(asOf),
                touched,
                handOvers.until(asOf));
    }

    /** Whether it was delivered at that moment. */
    boolean deliveredBy(long asOf) {
        return delivered && endedAt <= asOf;
    }

    /** From when to when it was worked on, as known at a moment after its beginning. */
    Lifetime lifetime(long asOf) {
        boolean ended = endedAt <= asOf;
        return new Lifetime(
                ref,
                campaign,
                Instant.ofEpochMilli(begunAt),
                ended ? Instant.ofEpochMilli(endedAt) : null,
                ended && delivered,
                madeUp);
    }

    private static long moved(StoredPromises promises, long asOf) {
        return Math.max(0, promises.count(asOf) - 1);
    }

    /** What was known of it at that moment, without its tasks. */
    RequestFact asOf(long asOf) {
        boolean ended = endedAt <= asOf;
        return new RequestFact(
                ref,
                title,
                workflow,
                campaign,
                Since.at(team, asOf),
                Instant.ofEpochMilli(openedAt),
                incomplete,
                ended ? Instant.ofEpochMilli(endedAt) : null,
                ended && delivered,
                promises.until(asOf),
                madeUp);
    }
}
