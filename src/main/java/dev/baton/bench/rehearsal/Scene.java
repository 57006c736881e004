package dev.baton.bench.rehearsal;

import dev.baton.requests.RequestState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the rehearsed request stands.
 *
 * @param at the moment in the rehearsal
 * @param closedBecause why it ended without being delivered; null if it did not
 * @param turns the tasks that wait, due soonest first
 * @param awaitsReply whether a step waits for a mail of the requester
 * @param next what happens next if nobody does anything; null if nothing does
 * @param timer the next timer of the model that goes off; null if none runs
 * @param mails what was sent since the press before, in order
 * @param stumble where it could not go on; null if it could
 */
public record Scene(
        Instant at,
        RequestState state,
        @Nullable String closedBecause,
        List<Turn> turns,
        boolean awaitsReply,
        @Nullable Moment next,
        @Nullable Moment timer,
        List<SentMail> mails,
        @Nullable Stumble stumble) {

    /**
     * Something that happens by itself.
     *
     * @param timer id of the model's timer that goes off; null if somebody is reminded
     */
    public record Moment(Instant at, @Nullable String timer) {}

    /** Whether the request was delivered or closed. */
    public boolean ended() {
        return state != RequestState.OPEN;
    }

    /** Whether nothing can happen any more although the request is open. */
    boolean standsStill() {
        return stumble == null && !ended() && turns.isEmpty() && !awaitsReply && next == null;
    }

    /** The task of this id that waits, if one does. */
    public Optional<Turn> turn(String task, int number) {
        return turns.stream()
                .filter(turn -> turn.task().equals(task) && turn.number() == number)
                .findFirst();
    }

    /** The same for whoever has taken the mails: they are large, and there may be many. */
    Scene withoutMails() {
        return new Scene(at, state, closedBecause, turns, awaitsReply, next, timer, List.of(), stumble);
    }

    Scene stumbling(Stumble where) {
        return new Scene(at, state, closedBecause, turns, awaitsReply, next, timer, mails, where);
    }
}
