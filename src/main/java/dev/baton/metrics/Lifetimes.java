package dev.baton.metrics;

import dev.baton.metrics.KaplanMeier.Observation;
import dev.baton.people.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The requests of one workflow in the order in which work on them began, and its owner's working time. */
final class Lifetimes {

    /** A forecast looks back until so many have been delivered, so that it follows a team that changes. */
    static final int LATEST = 200;

    /** So many deliveries have to be known for that, to say also how many were open when the earliest of them began. */
    static final int KNOWN = 2 * LATEST;

    /** Over how many days deliveries are counted. */
    static final Duration DELIVERIES = Duration.ofDays(84);

    private static final double MOST = 0.95;

    private final WorkingTime time;
    private final List<Lifetime> inOrder;
    private final double[] begun;
    private final double[] ended;
    private final int[] ahead;
    private final Supplier<long[]> deliveredAt;
    private @Nullable Counted counted;

    /** What was delivered up to the day before this one. */
    private record Counted(LocalDate day, Throughput throughput) {}

    /** @param deliveredAt when each was delivered, in milliseconds since 1970, in order; as far back as it is asked for */
    Lifetimes(Collection<Lifetime> requests, Supplier<long[]> deliveredAt, WorkingCalendar calendar) {
        this.deliveredAt = deliveredAt;
        inOrder = requests.stream()
                .sorted(Comparator.comparing(Lifetime::begunAt))
                .toList();
        time = new WorkingTime(
                calendar, inOrder.isEmpty() ? Instant.EPOCH : inOrder.get(0).begunAt());
        begun = inOrder.stream().mapToDouble(each -> time.at(each.begunAt())).toArray();
        ended = inOrder.stream()
                .mapToDouble(each -> each.endedAt() == null ? Double.POSITIVE_INFINITY : time.at(each.endedAt()))
                .toArray();
        ahead = ahead();
    }

    /** How many were open when work on each began. */
    private int[] ahead() {
        PriorityQueue<Instant> open = new PriorityQueue<>();
        int[] counts = new int[inOrder.size()];
        for (int place = 0; place < counts.length; place++) {
            Lifetime request = inOrder.get(place);
            while (!open.isEmpty() && !open.peek().isAfter(request.begunAt())) {
                open.remove();
            }
            counts[place] = open.size();
            open.add(request.endedAt() == null ? Instant.MAX : request.endedAt());
        }
        return counts;
    }

    int size() {
        return inOrder.size();
    }

    Lifetime get(int place) {
        return inOrder.get(place);
    }

    int ahead(int place) {
        return ahead[place];
    }

    /** What all requests that had begun by the moment tell at that moment. */
    Experience at(Instant moment) {
        int before = inOrder.size();
        while (before > 0 && inOrder.get(before - 1).begunAt().isAfter(moment)) {
            before--;
        }
        List<Long> openSince = inOrder.subList(0, before).stream()
                .filter(each -> !each.deliveredBy(moment) && !each.closedBy(moment))
                .map(each -> each.begunAt().toEpochMilli())
                .toList();
        return before(before, moment, openSince);
    }

    /** What the requests before this place tell at a moment after their beginning. */
    Experience before(int place, Instant moment) {
        return before(place, moment, List.of());
    }

    private Experience before(int place, Instant moment, List<Long> openSince) {
        double now = time.at(moment);
        List<Observation> past = new ArrayList<>();
        int first = place;
        for (int delivered = 0; first > 0 && delivered < LATEST; ) {
            first--;
            boolean over = inOrder.get(first).deliveredBy(moment);
            past.add(Observation.fromStart(Math.min(ended[first], now) - begun[first], over));
            delivered += over ? 1 : 0;
        }
        return new Experience(
                new Experience.Known(
                        Forecast.of(past),
                        inOrder.subList(first, place).stream().anyMatch(Lifetime::madeUp),
                        usually(first, place, moment),
                        openSince,
                        this::throughput),
                time,
                moment);
    }

    /** How many were open at most, as a rule, when work began on one of those that are delivered by now. */
    private int usually(int first, int place, Instant moment) {
        int[] counts = IntStream.range(first, place)
                .filter(each -> inOrder.get(each).deliveredBy(moment))
                .map(each -> ahead[each])
                .sorted()
                .toArray();
        return counts.length == 0 ? 0 : counts[(int) Math.ceil(MOST * counts.length) - 1];
    }

    /** What was delivered up to the day before the moment, which is the same for the whole of its day. */
    private Throughput throughput(Instant moment) {
        LocalDate today = time.day(moment);
        Counted known = counted;
        if (known == null || !known.day().equals(today)) {
            known = new Counted(today, throughput(today));
            counted = known;
        }
        return known.throughput();
    }

    private Throughput throughput(LocalDate today) {
        long[] moments = deliveredAt.get();
        LocalDate begun = time.day(inOrder.get(0).begunAt());
        if (moments.length > 0) {
            begun = Experience.earlier(begun, time.day(Instant.ofEpochMilli(moments[0])));
        }
        LocalDate first = Experience.later(begun, today.minusDays(DELIVERIES.toDays()));
        Map<LocalDate, Integer> delivered = new HashMap<>();
        Arrays.stream(moments, place(moments, first), place(moments, today))
                .forEach(each -> delivered.merge(time.day(Instant.ofEpochMilli(each)), 1, Integer::sum));
        return Throughput.of(delivered, first, today.minusDays(1), time.calendar());
    }

    /** How many of the moments are before the day. */
    private int place(long[] moments, LocalDate day) {
        long start = day.atStartOfDay(time.calendar().zone()).toInstant().toEpochMilli();
        return (int) Arrays.stream(moments).takeWhile(each -> each < start).count();
    }
}
