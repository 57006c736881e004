package dev.baton.examples;

import dev.baton.people.BusinessDuration;
import dev.baton.people.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** How long people take: chance with a fixed beginning, so that every first start tells the same. */
class Pace {

    private static final long BEGINNING = 42;
    private static final double USUAL = 0.55;
    private static final double SPREAD = 0.5;
    private static final Duration WITHOUT_DATE = Duration.ofHours(8);
    private static final Duration SHORTEST = Duration.ofMinutes(20);
    private static final int OPENING_MINUTES = 390;

    private final Random chance = new Random(BEGINNING);

    /** Some moment of the working day that is so many working days before this one. */
    Instant opening(Instant today, int daysAgo, WorkingCalendar calendar) {
        Instant morning = calendar.minus(today, BusinessDuration.ofDays(daysAgo));
        return calendar.plus(morning, minutes(Duration.ofMinutes(chance.nextInt(OPENING_MINUTES))));
    }

    /** Mostly about half of the time that is given; one in ten is late. */
    double part() {
        return Math.min(1.8, Math.max(0.04, USUAL * Math.exp(SPREAD * chance.nextGaussian())));
    }

    /** The moment at which this part of the working time that is given has passed. */
    Instant after(Instant opened, @Nullable Instant due, double part, WorkingCalendar calendar) {
        Duration given = due == null ? WITHOUT_DATE : calendar.between(opened, due);
        Duration taken = Duration.ofMinutes(Math.round(given.toMinutes() * part));
        return calendar.plus(opened, minutes(taken.compareTo(SHORTEST) < 0 ? SHORTEST : taken));
    }

    <T> T oneOf(List<T> choice) {
        return choice.get(chance.nextInt(choice.size()));
    }

    private static BusinessDuration minutes(Duration time) {
        return new BusinessDuration(0, time);
    }
}
