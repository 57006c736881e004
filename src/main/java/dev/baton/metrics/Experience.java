package dev.baton.metrics;

import dev.baton.people.WorkingCalendar;
import dev.baton.requests.DeliveryForecast;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** What the earlier requests of one workflow tell at one moment about those that are open. */
final class Experience {

    private final Known known;
    private final WorkingTime time;
    private final Instant moment;
    private final double now;
    private final LocalDate today;

    /**
     * What does not change within minutes.
     *
     * @param examples whether made-up requests are among them
     * @param usuallyAhead how many were open before one of them at most, as a rule
     * @param openSince when each of those that are open began, in milliseconds since 1970, in order
     * @param deliveries how many were delivered a day, at a moment
     */
    record Known(
            Forecast lengths,
            boolean examples,
            int usuallyAhead,
            List<Long> openSince,
            Function<Instant, Throughput> deliveries) {}

    Experience(Known known, WorkingTime time, Instant moment) {
        this.known = known;
        this.time = time;
        this.moment = moment;
        this.now = time.at(moment);
        this.today = time.workingDay(moment);
    }

    /** Of a workflow of which too few were delivered to say anything. */
    static Experience none(WorkingCalendar calendar, Instant moment) {
        Throughput nothing = Throughput.of(Map.of(), LocalDate.EPOCH, LocalDate.EPOCH, calendar);
        Known none = new Known(Forecast.of(List.of()), false, 0, List.of(), now -> nothing);
        return new Experience(none, new WorkingTime(calendar, moment), moment);
    }

    /** The same some minutes later, as far as it was known then. */
    Experience later(Instant now) {
        return new Experience(known, time, now);
    }

    Instant moment() {
        return moment;
    }

    boolean examples() {
        return known.examples();
    }

    /** How many of those that are open began before that moment. */
    int ahead(Instant begunAt) {
        int low = 0;
        int high = known.openSince().size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (known.openSince().get(middle) < begunAt.toEpochMilli()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * Whether so many wait before a request that the lengths of earlier ones, which had fewer before them, cannot speak
     * for it alone.
     */
    boolean isQueue(int ahead) {
        return ahead > known.usuallyAhead() && ahead >= Measure.ENOUGH;
    }

    /** How long something that began then has been open, in working seconds. */
    double age(Instant begunAt) {
        return begunAt.isBefore(moment) ? now - time.at(begunAt) : 0;
    }

    /** The same at another moment. */
    double age(Instant begunAt, Instant then) {
        return begunAt.isBefore(then) ? time.at(then) - time.at(begunAt) : 0;
    }

    /** How many earlier ones that lasted at least as long were delivered. */
    int cases(double age) {
        return known.lengths().cases(age);
    }

    /**
     * The working day by whose end this share of such requests is delivered: by the lengths of earlier ones, and in a
     * queue not before all ahead of it are delivered as well.
     *
     * @return nothing if there are too few to say, or it would be years
     */
    Optional<LocalDate> by(double age, int ahead, double share) {
        Optional<LocalDate> alone = alone(age, share);
        return alone.isPresent() && isQueue(ahead) ? inTurn(ahead, share).map(day -> later(day, alone.get())) : alone;
    }

    /** The same by the lengths of earlier ones only. */
    Optional<LocalDate> alone(double age, double share) {
        OptionalDouble rest = known.lengths().within(age, share);
        return rest.isEmpty() ? Optional.empty() : Optional.of(time.reached(now + rest.getAsDouble(), today));
    }

    /** The working day by whose end so many and one more are delivered in this share of cases. */
    Optional<LocalDate> inTurn(int ahead, double share) {
        return known.deliveries().apply(moment).deliveredBy(ahead + 1, time.day(moment), share);
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /** Why nothing can be said of this one. */
    DeliveryForecast.Ground nothing(double age) {
        return known.lengths().tooFew(age) && !known.lengths().tooFew(0)
                ? DeliveryForecast.Ground.OUTLASTED
                : DeliveryForecast.Ground.FEW;
    }

    /** The day by whose end, after that of another day, has passed what remains for this share of those of that age. */
    Optional<LocalDate> after(LocalDate day, double age, double share) {
        OptionalDouble rest = known.lengths().within(age, share);
        return rest.isEmpty()
                ? Optional.empty()
                : Optional.of(time.reached(time.before(day.plusDays(1)) + rest.getAsDouble(), day));
    }

    /** When the day's work ends. */
    Instant endOf(LocalDate day) {
        return time.endOf(day);
    }
}
