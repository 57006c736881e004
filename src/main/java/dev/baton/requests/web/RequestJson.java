package dev.baton.requests.web;

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
 * @param holdsUp the requests that wait for it
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
        List<OtherJson> holdsUp,
        Map<String, Object> brief,
        String statusUrl) {

    /**
     * What holds the request up.
     *
     * @param waitsFor the request it waits for; null where it waits for a person, or for something that is neither
     */
    public record BlockerJson(
            String waitsOn, @Nullable OtherJson waitsFor, String what, EmailAddress raisedBy, Instant since) {}

    /** Another request, in short. */
    public record OtherJson(
            RequestRef ref, RequestState state, @Nullable Instant promisedAt) {

        static OtherJson of(Request other) {
            return new OtherJson(other.ref(), other.state(), other.promisedAt());
        }
    }

    static RequestJson of(
            Request request,
            @Nullable Integer version,
            @Nullable String step,
            List<BlockerJson> blockers,
            List<OtherJson> holdsUp,
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
                blockers,
                holdsUp,
                request.brief(),
                statusUrl);
    }
}
