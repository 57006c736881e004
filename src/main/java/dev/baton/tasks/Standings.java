package dev.baton.tasks;

import dev.baton.requests.Decisions;
import dev.baton.requests.Request;
import dev.baton.requests.Requests;
import org.springframework.stereotype.Component;

/** Says how a task stands, from what is written down. */
@Component
class Standings {

    private final TaskRows rows;
    private final HandOvers handOvers;
    private final Decisions decisions;
    private final Requests requests;

    Standings(TaskRows rows, HandOvers handOvers, Decisions decisions, Requests requests) {
        this.rows = rows;
        this.handOvers = handOvers;
        this.decisions = decisions;
        this.requests = requests;
    }

    Standing of(HandOver handOver) {
        return decisions
                .onTask(handOver.taskId())
                .<Standing>map(Standing.Decided::new)
                .orElseGet(() -> undecided(handOver));
    }

    private Standing undecided(HandOver handOver) {
        if (!rows.get(handOver.taskId()).isOpen()) {
            Request request = requests.get(handOver.request());
            return request.isOpen() ? new Standing.Withdrawn() : new Standing.RequestEnded(request);
        }
        boolean still = handOvers.find(handOver.id()).filter(HandOver::holds).isPresent();
        return still ? new Standing.Waiting() : new Standing.HandedOn(handOvers.holders(handOver.taskId()));
    }
}
