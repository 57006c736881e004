package dev.baton.metrics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How many mails about requests people of one group got in a week in which they got any. Never by person.
 *
 * @param team its key; null where it is everybody
 * @param people how many persons got any
 * @param personWeeks weeks of persons that were counted
 * @param p50 half of these weeks had at most as many; null for fewer than {@link #ENOUGH_PEOPLE} persons, so the rest
 * @param p50Range where it may well lie; null for fewer than eight weeks too
 * @param p90 nine of ten had at most as many
 */
public record MailsPerWeek(
        @Nullable String team,
        int people,
        int personWeeks,
        @Nullable Double p50,
        Lasting.@Nullable Range p50Range,
        @Nullable Double p90,
        Lasting.@Nullable Range p90Range) {

    /** Of fewer persons nothing is said: one could tell who it is. */
    public static final int ENOUGH_PEOPLE = 5;

    static MailsPerWeek of(@Nullable String team, int people, int[] mails) {
        if (people < ENOUGH_PEOPLE) {
            return new MailsPerWeek(team, people, mails.length, null, null, null, null);
        }
        double[] sorted = Arrays.stream(mails).asDoubleStream().sorted().toArray();
        return new MailsPerWeek(
                team,
                people,
                mails.length,
                Lasting.quantile(sorted, .5),
                Bootstrap.range(sorted, .5),
                Lasting.quantile(sorted, .9),
                Bootstrap.range(sorted, .9));
    }
}
