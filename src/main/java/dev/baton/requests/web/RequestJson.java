package dev.baton.requests.web;

import dev.baton.requests.Blocker;
import dev.baton.requests.Request;
import dev.baton.requests.RequestState;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as the API gives it.
 *
 * @param version of the workflow that it follows; null while it waits for its brief
 * @param step what people are to do now, several separated by commas; null once it has ended
 */
public record RequestJson(
        RequestRef ref,
        String workflow,
        @Nullable Integer version,
        String title,
        EmailAddress requester,
        @Nullable String campaign,
        RequestState state,
        @Nullable String step,
        EmailAddress owner,
        @Nullable String team,
        @Nullable Instant promisedAt,
        @Nullable Instant firstPromisedAt,
        Instant openedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String closedBecause,
        boolean late,
        boolean madeUp,
        List<BlockerJson> blockers,
        Map<String, Object> brief,
        String statusUrl) {

    /** What holds the request up. */
    public record BlockerJson(String waitsOn, String what, EmailAddress raisedBy, Instant since) {

        static BlockerJson of(Blocker blocker) {
            return new BlockerJson(blocker.waitsOn(), blocker.what(), blocker.raisedBy(), blocker.raisedAt());
        }
    }

    static RequestJson of(
            Request request,
            @Nullable Integer version,
            @Nullable String step,
            List<Blocker> blockers,
            boolean late,
            String statusUrl) {
        return new RequestJson(
                request.ref(),
                request.workflow(),
                version,
                request.title(),
                request.requester(),
                request.campaign(),
                request.state(),
                step,
                request.owner(),
                request.team(),
                request.promisedAt(),
                request.firstPromisedAt(),
                request.openedAt(),
                request.startedAt(),
                request.endedAt(),
                request.closedBecause(),
                late,
                request.madeUp(),
                blockers.stream().map(BlockerJson::of).toList(),
                request.brief(),
                statusUrl);
    }
}
