package dev.baton.metrics;

import dev.baton.requests.DeliveryForecast;
import dev.baton.requests.DeliveryForecast.Ground;
import dev.baton.shared.RequestRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * By when open requests are delivered, as far as one can tell at one moment. Where one waits for others, both are drawn by
 * lot many times: the day on which the last of the others is delivered, and what from then on remains. The lots of a
 * request depend on its reference only, so the same question has the same answer.
 */
final class Outlook {

    private static final int RUNS = 1_000;
    private static final long NEVER = Long.MAX_VALUE;

    /** On which day since 1970 a request is delivered in each run; or why nobody can say. */
    private record Drawn(long[] days, @Nullable Ground nothing) {

        static Drawn nothing(Ground why) {
            return new Drawn(new long[0], why);
        }
    }

    private final Function<String, Experience> experiences;
    private final Function<RequestRef, Optional<Awaited>> open;
    private final Map<String, Experience> known = new HashMap<>();
    private final Map<RequestRef, Drawn> drawn = new HashMap<>();

    /**
     * @param experiences what the earlier requests of a workflow tell
     * @param open finds an open request; nothing if it has ended
     */
    Outlook(Function<String, Experience> experiences, Function<RequestRef, Optional<Awaited>> open) {
        this.experiences = experiences;
        this.open = open;
    }

    /** Nothing while the brief is incomplete. */
    Optional<DeliveryForecast> of(Awaited request) {
        Instant begunAt = request.begunAt();
        if (begunAt == null) {
            return Optional.empty();
        }
        return Optional.of(request.others().isEmpty() ? alone(request, begunAt) : afterOthers(request, begunAt));
    }

    private DeliveryForecast alone(Awaited request, Instant begunAt) {
        Experience experience = experience(request);
        double age = experience.age(begunAt);
        int ahead = experience.ahead(begunAt);
        Optional<LocalDate> day = experience.by(age, ahead, DeliveryForecast.SHARE);
        Ground ground =
                day.isPresent() ? experience.isQueue(ahead) ? Ground.QUEUE : Ground.LENGTHS : experience.nothing(age);
        return forecast(request, experience, experience.cases(age), ground, day);
    }

    private DeliveryForecast afterOthers(Awaited request, Instant begunAt) {
        Experience experience = experience(request);
        int cases = experience.cases(experience.age(begunAt, request.waitsSince()));
        Drawn runs = draw(request);
        Ground why = runs.nothing();
        if (why != null) {
            return forecast(request, experience, cases, why, Optional.empty());
        }
        long[] days = runs.days().clone();
        Arrays.sort(days);
        long day = days[(int) Math.ceil(DeliveryForecast.SHARE * RUNS) - 1];
        return day == NEVER
                ? forecast(request, experience, cases, Ground.UNKNOWN, Optional.empty())
                : forecast(request, experience, cases, Ground.OTHERS, Optional.of(LocalDate.ofEpochDay(day)));
    }

    private static DeliveryForecast forecast(
            Awaited request, Experience experience, int cases, Ground ground, Optional<LocalDate> day) {
        return new DeliveryForecast(
                ground,
                day.map(experience::endOf).orElse(null),
                day.isPresent() ? cases : 0,
                experience.examples(),
                request.others(),
                request.heldUp());
    }

    private Drawn draw(Awaited request) {
        Drawn before = drawn.get(request.ref());
        if (before == null) {
            drawn.put(request.ref(), Drawn.nothing(Ground.UNKNOWN));
            before = request.others().isEmpty() ? own(request) : after(request);
            drawn.put(request.ref(), before);
        }
        return before;
    }

    private Drawn own(Awaited request) {
        Instant begunAt = request.begunAt();
        if (begunAt == null) {
            return Drawn.nothing(Ground.UNKNOWN);
        }
        Experience experience = experience(request);
        double age = experience.age(begunAt);
        int ahead = experience.ahead(begunAt);
        Optional<LocalDate> likely = experience.by(age, ahead, DeliveryForecast.SHARE);
        if (likely.isEmpty()) {
            return Drawn.nothing(Ground.UNKNOWN);
        }
        long earliest = experience.isQueue(ahead) ? likely.get().toEpochDay() : Long.MIN_VALUE;
        SplittableRandom lots = lots(request);
        long[] days = new long[RUNS];
        Arrays.setAll(days, run -> Math.max(earliest, day(experience.alone(age, 1 - lots.nextDouble()))));
        return new Drawn(days, null);
    }

    private Drawn after(Awaited request) {
        if (request.inVain()) {
            return Drawn.nothing(Ground.NEVER);
        }
        Experience experience = experience(request);
        Instant begunAt = request.begunAt();
        long[] days = new long[RUNS];
        for (RequestRef other : request.others()) {
            Drawn theirs = open.apply(other).map(this::draw).orElse(Drawn.nothing(Ground.UNKNOWN));
            if (theirs.nothing() != null) {
                return Drawn.nothing(Ground.UNKNOWN);
            }
            Arrays.setAll(days, run -> Math.max(days[run], theirs.days()[run]));
        }
        if (begunAt == null) {
            return Drawn.nothing(Ground.UNKNOWN);
        }
        double age = experience.age(begunAt, request.waitsSince());
        if (experience.alone(age, DeliveryForecast.SHARE).isEmpty()) {
            return Drawn.nothing(experience.nothing(age));
        }
        SplittableRandom lots = lots(request);
        Arrays.setAll(days, run -> {
            double share = 1 - lots.nextDouble();
            return days[run] == NEVER ? NEVER : day(experience.after(LocalDate.ofEpochDay(days[run]), age, share));
        });
        return new Drawn(days, null);
    }

    private static long day(Optional<LocalDate> day) {
        return day.map(LocalDate::toEpochDay).orElse(NEVER);
    }

    private static SplittableRandom lots(Awaited request) {
        return new SplittableRandom(request.ref().toString().hashCode());
    }

    private Experience experience(Awaited request) {
        return known.computeIfAbsent(request.workflow(), experiences);
    }
}
