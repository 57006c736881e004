package dev.baton.metrics;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What is to be measured. The same question has the same answer whenever it is asked, because what came after
 * {@code asOf} is not looked at.
 *
 * @param asOf the moment from which one looks back; what is open then counts as open
 * @param zone where a day and a week begin
 * @param examples whether made-up requests count
 * @param baseline the log of how work went elsewhere that is asked; null for this Baton's own work
 */
public record Question(
        Scope scope,
        Period period,
        Instant asOf,
        ZoneId zone,
        boolean examples,
        @Nullable Baseline baseline) {

    /** What the measures mean; counted up whenever a definition changes (docs/decisions/0090). */
    public static final int DEFINITIONS = 1;

    /** About this Baton's own work. */
    public Question(Scope scope, Period period, Instant asOf, ZoneId zone, boolean examples) {
        this(scope, period, asOf, zone, examples, null);
    }

    public Question {
        if (!period.from().isBefore(asOf)) {
            throw new IllegalArgumentException("Nothing of " + period + " had happened by " + asOf);
        }
    }

    /** Whether it is about this Baton's own work, of which mails, briefs and reviews are known too. */
    public boolean live() {
        return baseline == null;
    }

    /** The part of the period that had passed by then: what lies later cannot be judged yet. */
    public Period passed() {
        return asOf.isBefore(period.to()) ? new Period(period.from(), asOf) : period;
    }
}
