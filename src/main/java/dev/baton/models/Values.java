package dev.baton.models;

import dev.baton.people.BusinessDuration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says values of a model in words, where they have a usual shape; quotes them where not. */
final class Values {

    private static final Pattern LEAD = Pattern.compile("[$#]\\{people\\.lead\\(['\"]([^'\"]{1,100})['\"]\\)}");
    private static final Pattern MEMBERS = Pattern.compile("[$#]\\{people\\.members\\(['\"]([^'\"]{1,100})['\"]\\)}");
    private static final Pattern OF_REQUEST = Pattern.compile("[$#]\\{request\\.(requester|owner|team)}");
    private static final Pattern ANSWER =
            Pattern.compile("[$#]\\{\\s*([A-Za-z_][\\w.]{0,80})\\s*==\\s*(['\"]([^'\"]{0,100})['\"]|true|false)\\s*}");

    /** A comma outside of an expression that ends or begins there. */
    private static final Pattern BETWEEN = Pattern.compile("(?<=}),\\s{0,3}|,\\s{0,3}(?=[$#]\\{)");

    private static final Pattern SOMEBODY =
            Pattern.compile("[$#]\\{(people\\.(lead|members)\\(|request\\.(requester|owner|team)})");

    private Values() {}

    /** One or several addresses, teams or expressions for them. */
    static Phrase people(String value) {
        boolean plain = !value.contains("${") && !value.contains("#{");
        List<String> parts = plain ? Outcome.parts(value) : List.of(BETWEEN.split(value));
        if (plain && parts.size() != 1) {
            return Phrase.list(parts);
        }
        return parts.stream()
                .map(Values::person)
                .reduce((one, other) -> Phrase.of("and", one, other))
                .orElseGet(() -> Phrase.quoted(value));
    }

    /** What a step is given: people are said as people, anything else as it stands there. */
    static Phrase given(String value) {
        return SOMEBODY.matcher(value).find() ? people(value) : Phrase.quoted(value);
    }

    private static Phrase person(String value) {
        Matcher lead = LEAD.matcher(value);
        Matcher members = MEMBERS.matcher(value);
        Matcher request = OF_REQUEST.matcher(value);
        if (lead.matches()) {
            return Phrase.of("lead", lead.group(1));
        } else if (members.matches()) {
            return Phrase.of("members", members.group(1));
        } else if (request.matches()) {
            return Phrase.of("request." + request.group(1));
        }
        return value.startsWith("$") || value.startsWith("#") ? Phrase.quoted(value) : Phrase.of("said", value);
    }

    static Phrase team(String value) {
        boolean plain = !value.contains("{");
        return plain && !value.contains(",") ? Phrase.of("team", value) : people(value);
    }

    static Phrase workingTime(String value) {
        return BusinessDuration.parse(value)
                .map(time -> duration(time, "working."))
                .orElseGet(() -> Phrase.quoted(value));
    }

    static Phrase workingTimes(String value) {
        List<String> parts = Outcome.parts(value);
        return parts.stream()
                .map(Values::workingTime)
                .reduce((one, other) -> Phrase.of("then", one, other))
                .orElseGet(() -> Phrase.quoted(value));
    }

    /** Time by the clock, as timers and the keeping of history count it. */
    static Phrase time(String value) {
        Matcher weeks = Pattern.compile("P(\\d{1,4})W").matcher(value);
        String days = weeks.matches() ? "P" + 7 * Integer.parseInt(weeks.group(1)) + "D" : value;
        return BusinessDuration.parse(days)
                .map(time -> duration(time, "clock."))
                .orElseGet(() -> Phrase.quoted(value));
    }

    private static Phrase duration(BusinessDuration time, String kind) {
        long minutes = time.time().toMinutes();
        List<Phrase> parts = Stream.of(
                        Phrase.of(kind + "days", time.days()),
                        Phrase.of(kind + "hours", minutes / 60),
                        Phrase.of(kind + "minutes", minutes % 60))
                .filter(part -> ((Number) part.parts().get(0)).longValue() > 0)
                .toList();
        return switch (parts.size()) {
            case 0 -> Phrase.of("at-once");
            case 1 -> parts.get(0);
            case 2 -> Phrase.of("and", parts.get(0), parts.get(1));
            default -> Phrase.of("and", Phrase.of("and", parts.get(0), parts.get(1)), parts.get(2));
        };
    }

    /** Whether all of these ask whether the same answer is another word, so that never two of them hold. */
    static boolean excludeEachOther(List<String> conditions) {
        List<Optional<String>> asked = conditions.stream()
                .map(ANSWER::matcher)
                .map(answer -> answer.matches() ? Optional.of(answer.group(1)) : Optional.<String>empty())
                .distinct()
                .toList();
        return asked.size() == 1 && asked.get(0).isPresent();
    }

    /** When a line is taken. */
    static Phrase condition(String value) {
        Matcher answer = ANSWER.matcher(value);
        if (!answer.matches()) {
            return Phrase.quoted(value);
        }
        return Phrase.of("answer", answer.group(1), answer.group(3) == null ? answer.group(2) : answer.group(3));
    }
}
