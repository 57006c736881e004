package dev.baton.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * The requests that ended in a period: when, how long each had been open, and whether it was delivered. Beside them how long
 * all take that were opened in the period, the open ones included.
 */
public final class Endings {

    private static final long MOST_DAYS = 31;

    private final Period passed;
    private final ZoneId zone;
    private final Instant asOf;
    private final Durations opened = new Durations();
    private long[] endedAt = {};
    private double[] seconds = {};
    private final BitSet delivered = new BitSet();
    private int count;
    private long madeUp;

    /** Takes one ending after the other. */
    public interface Each {

        /** @param at in milliseconds */
        void ending(long at, double seconds, boolean delivered);
    }

    Endings(Question question) {
        this.passed = question.passed();
        this.zone = question.zone();
        this.asOf = question.asOf();
    }

    void add(Work work) {
        RequestFact request = work.request();
        Instant end = request.endedAt();
        if (passed.has(request.openedAt())) {
            opened.add(seconds(request, end == null ? asOf : end), end != null);
        }
        if (end == null || !passed.has(end)) {
            return;
        }
        if (count == endedAt.length) {
            int room = Math.max(64, count + count / 2);
            endedAt = Arrays.copyOf(endedAt, room);
            seconds = Arrays.copyOf(seconds, room);
        }
        endedAt[count] = end.toEpochMilli();
        seconds[count] = seconds(request, end);
        delivered.set(count, request.delivered());
        madeUp += request.madeUp() ? 1 : 0;
        count++;
    }

    private static double seconds(RequestFact request, Instant end) {
        return Lasting.seconds(Duration.between(request.openedAt(), end));
    }

    /** How long those take that were opened in the period, by Kaplan–Meier. */
    public Lasting.Estimated opened() {
        return Lasting.estimated(opened.ended(), opened.open());
    }

    public int count() {
        return count;
    }

    /** How many of them are example data. */
    public long madeUp() {
        return madeUp;
    }

    /** How long they had been open; says nothing of those that still are. */
    public Lasting.Completed lengths() {
        double[] sorted = Arrays.copyOf(seconds, count);
        Arrays.sort(sorted);
        return Lasting.completed(sorted);
    }

    /**
     * A day, week or month of the period, or what of it lies in it.
     *
     * @param lengths how long those had been open that ended in it
     */
    public record Part(Instant from, Instant to, Lasting.Completed lengths) {}

    /** Part by part. */
    public List<Part> parts() {
        List<Instant> ends = passed.ends(passed.unit(MOST_DAYS), zone);
        List<Part> parts = new ArrayList<>();
        Durations[] lengths = Stream.generate(Durations::new).limit(ends.size()).toArray(Durations[]::new);
        long[] borders = ends.stream().mapToLong(Instant::toEpochMilli).toArray();
        for (int place = 0; place < count; place++) {
            int found = Arrays.binarySearch(borders, endedAt[place]);
            lengths[Math.min(borders.length - 1, found >= 0 ? found + 1 : -found - 1)].add(seconds[place], true);
        }
        for (int place = 0; place < ends.size(); place++) {
            Instant from = place == 0 ? passed.from() : ends.get(place - 1);
            parts.add(new Part(from, ends.get(place), Lasting.completed(lengths[place].ended())));
        }
        return parts;
    }

    public void each(Each each) {
        for (int place = 0; place < count; place++) {
            each.ending(endedAt[place], seconds[place], delivered.get(place));
        }
    }
}
