package dev.baton.metrics;

import java.time.Instant;
import java.time.ZoneId;

/**
 * What is to be measured. The same question has the same answer whenever it is asked, because what came after
 * {@code asOf} is not looked at.
 *
 * @param asOf the moment from which one looks back; what is open then counts as open
 * @param zone where a day and a week begin
 * @param examples whether made-up requests count
 */
public record Question(Scope scope, Period period, Instant asOf, ZoneId zone, boolean examples) {

    /** What the measures mean; counted up whenever a definition changes (docs/decisions/0090). */
    public static final int DEFINITIONS = 1;

    public Question {
        if (!period.from().isBefore(asOf)) {
            throw new IllegalArgumentException("Nothing of " + period + " had happened by " + asOf);
        }
    }

    /** The part of the period that had passed by then: what lies later cannot be judged yet. */
    public Period passed() {
        return asOf.isBefore(period.to()) ? new Period(period.from(), asOf) : period;
    }
}
