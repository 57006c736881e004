package dev.baton.requests;

import dev.baton.shared.RequestRef;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * By when an open request is delivered, judging by earlier ones of its workflow. Nobody stands for it: it is no promise.
 *
 * @param ground what it stands on, or why nothing can be said
 * @param by the end of the working day by which {@link #SHARE} of such requests are delivered; null where nothing can be
 *     said
 * @param cases how many earlier ones it is judged by; 0 where nothing can be said
 * @param examples whether made-up requests are among them
 * @param waitsFor the requests that it waits for itself
 * @param heldUp whether it waits for something else too, of which nobody knows when it ends
 */
public record DeliveryForecast(
        Ground ground, @Nullable Instant by, int cases, boolean examples, List<RequestRef> waitsFor, boolean heldUp) {

    /** The share of requests that are delivered by the date. */
    public static final double SHARE = 0.85;

    /** What a forecast stands on, or why there is none. */
    public enum Ground {
        /** How long earlier ones took that lasted at least as long. */
        LENGTHS,
        /** So many wait before it that it also counts how many are delivered a day. */
        QUEUE,
        /** When the requests it waits for are delivered, and what then remains. */
        OTHERS,
        /** Nothing: too few were delivered to say. */
        FEW,
        /** Nothing: it has been open for longer than nearly all earlier ones. */
        OUTLASTED,
        /** Nothing: of a request it waits for nothing can be said. */
        UNKNOWN,
        /** Nothing: a request it waits for was closed and will not be delivered. */
        NEVER;

        /** Lower case, as it stands among the messages and in the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public DeliveryForecast {
        waitsFor = List.copyOf(waitsFor);
    }

    /** Whether more than the remaining share of such requests is delivered only after this promise. */
    public boolean endangers(@Nullable Instant promise) {
        return promise != null && date().filter(promise::isBefore).isPresent();
    }

    /** The date, if one can be said. */
    public Optional<Instant> date() {
        return Optional.ofNullable(by);
    }
}
