package dev.baton.outbox;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much mail people got in one week, and nobody's number by name.
 *
 * @param monday the day the week begins with (ISO 8601)
 * @param people how many got any
 * @param all what they got together
 * @param perPerson how it was spread over them; null where they were fewer than {@value #FEWEST}, because it would be about
 *     somebody
 */
public record MailWeek(
        LocalDate monday,
        int people,
        PersonWeek all,
        @Nullable Spread perPerson) {

    /** Fewer people than this make no distribution. */
    public static final int FEWEST = 5;

    /**
     * Mails of one person in the week, by nearest rank: so many or fewer.
     *
     * @param median half of the people
     * @param p85 85 of 100
     * @param most everybody
     */
    public record Spread(int median, int p85, int most) {}

    static MailWeek of(LocalDate monday, Collection<PersonWeek> people) {
        List<Integer> received =
                people.stream().map(PersonWeek::received).sorted().toList();
        return new MailWeek(
                monday,
                people.size(),
                people.stream().reduce(PersonWeek.NONE, PersonWeek::and),
                received.size() < FEWEST
                        ? null
                        : new Spread(rank(received, 0.50), rank(received, 0.85), rank(received, 1)));
    }

    private static int rank(List<Integer> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
