package dev.baton.metrics;

import dev.baton.requests.DeliveryForecast;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the earlier requests of one workflow tell at one moment about those that are open. */
final class Experience {

    private final Forecast lengths;
    private final boolean examples;
    private final WorkingTime time;
    private final Instant moment;
    private final double now;
    private final LocalDate today;
    private final int usuallyAhead;
    private final Supplier<Throughput> deliveries;
    private @Nullable Throughput counted;

    /**
     * @param examples whether made-up requests are among them
     * @param usuallyAhead how many were open before one of them at most, as a rule
     */
    Experience(
            Forecast lengths,
            boolean examples,
            WorkingTime time,
            Instant moment,
            int usuallyAhead,
            Supplier<Throughput> deliveries) {
        this.lengths = lengths;
        this.examples = examples;
        this.time = time;
        this.moment = moment;
        this.now = time.at(moment);
        this.today = time.workingDay(moment);
        this.usuallyAhead = usuallyAhead;
        this.deliveries = deliveries;
    }

    Instant moment() {
        return moment;
    }

    boolean examples() {
        return examples;
    }

    /**
     * Whether so many wait before a request that the lengths of earlier ones, which had fewer before them, cannot speak
     * for it alone.
     */
    boolean isQueue(int ahead) {
        return ahead > usuallyAhead && ahead >= Measure.ENOUGH;
    }

    /** How many earlier ones that lasted at least as long as this one had at that moment were delivered. */
    int cases(Instant begunAt, Instant then) {
        return lengths.cases(age(begunAt, then));
    }

    /**
     * The working day by whose end this share of such requests is delivered: by the lengths of earlier ones, and in a
     * queue not before all ahead of it are delivered as well.
     *
     * @return nothing if there are too few to say, or it would be years
     */
    Optional<LocalDate> by(Instant begunAt, int ahead, double share) {
        Optional<LocalDate> alone = alone(begunAt, share);
        return alone.isPresent() && isQueue(ahead) ? inTurn(ahead, share).map(day -> later(day, alone.get())) : alone;
    }

    /** The same by the lengths of earlier ones only. */
    Optional<LocalDate> alone(Instant begunAt, double share) {
        OptionalDouble rest = lengths.within(age(begunAt, moment), share);
        return rest.isEmpty() ? Optional.empty() : Optional.of(time.reached(now + rest.getAsDouble(), today));
    }

    /** The working day by whose end so many and one more are delivered in this share of cases. */
    Optional<LocalDate> inTurn(int ahead, double share) {
        if (counted == null) {
            counted = deliveries.get();
        }
        return counted.deliveredBy(ahead + 1, time.day(moment), share);
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /** Why nothing can be said of this one. */
    DeliveryForecast.Ground nothing(Instant begunAt) {
        return lengths.tooFew(age(begunAt, moment)) && !lengths.tooFew(0)
                ? DeliveryForecast.Ground.OUTLASTED
                : DeliveryForecast.Ground.FEW;
    }

    /** How much working time remains for this share of those that had been open for as long at that moment. */
    OptionalDouble rest(Instant begunAt, Instant then, double share) {
        return lengths.within(age(begunAt, then), share);
    }

    /** The day by whose end the same has passed after the end of another day. */
    Optional<LocalDate> after(LocalDate day, Instant begunAt, Instant then, double share) {
        OptionalDouble rest = rest(begunAt, then, share);
        return rest.isEmpty()
                ? Optional.empty()
                : Optional.of(time.reached(time.before(day.plusDays(1)) + rest.getAsDouble(), day));
    }

    /** When the day's work ends. */
    Instant endOf(LocalDate day) {
        return time.endOf(day);
    }

    private double age(Instant begunAt, Instant then) {
        if (!then.isAfter(begunAt)) {
            return 0;
        }
        return (then.equals(moment) ? now : time.at(then)) - time.at(begunAt);
    }
}
