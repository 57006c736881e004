package dev.baton.metrics;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request with all that the measures need to know of it, as it stood at the moment that is looked back from.
 *
 * @param toldAt when its requester last got a mail about it; null if none did
 * @param statusQuestions when its requester asked how it stands
 * @param questions how many mails asked its requester for more
 * @param touches how often people did something with it
 * @param handOvers how often its work came to somebody else than had it before
 */
record Work(
        RequestFact request,
        List<TaskFact> tasks,
        @Nullable Instant toldAt,
        List<Instant> statusQuestions,
        long questions,
        long touches,
        long handOvers) {}
