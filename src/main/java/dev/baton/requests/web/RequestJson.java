package dev.baton.requests.web;

import dev.baton.requests.DeliveryForecast;
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
 * @param forecast by when it is likely delivered; null where work has not begun, or is over
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
        @Nullable ForecastJson forecast,
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

    /**
     * By when the request is likely delivered, which nobody has promised.
     *
     * @param share of such requests that are delivered by then
     * @param by the end of a working day; null where nothing can be said
     * @param ground what it stands on: {@code lengths}, {@code queue} or {@code others}; or why nothing can be said:
     *     {@code few}, {@code outlasted}, {@code unknown} or {@code never}
     * @param cases how many earlier requests it is judged by
     * @param examples whether made-up requests are among them
     * @param waitsFor the requests it waits for
     * @param heldUp whether it waits for something else, of which nobody knows when it ends
     */
    public record ForecastJson(
            double share,
            @Nullable Instant by,
            String ground,
            int cases,
            boolean examples,
            List<RequestRef> waitsFor,
            boolean heldUp) {

        static ForecastJson of(DeliveryForecast forecast) {
            return new ForecastJson(
                    DeliveryForecast.SHARE,
                    forecast.by(),
                    forecast.ground().word(),
                    forecast.cases(),
                    forecast.examples(),
                    forecast.waitsFor(),
                    forecast.heldUp());
        }
    }

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
            @Nullable ForecastJson forecast,
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
                forecast,
                request.madeUp(),
                blockers,
                holdsUp,
                request.brief(),
                statusUrl);
    }
}
