package dev.baton.models;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A repetition as process owners write it. Until 7.23 Camunda read cron expressions as Quartz does: with a year, and
 * with Sunday as day 1. Since 7.24 there are six fields and Sunday is 0 or 7.
 */
final class CycleText {

    private static final Pattern REPEATED = Pattern.compile("R(\\d{0,9})/(?:([^/P][^/]*)/)?(P[^/]+)(?:/([^/]+))?");
    private static final Pattern SHORT = Pattern.compile("PT?(?=.)(\\d{1,9}H)?(\\d{1,9}M)?(\\d{1,9}(\\.\\d{1,9})?S)?");
    private static final Pattern DIGIT = Pattern.compile("[0-9]");

    /** A timer that goes off more often than that is a mistake, or work for a machine. */
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private static final int WITHOUT_SECONDS = 5;
    private static final int WHOLE = 6;
    private static final int WITH_YEAR = 7;
    private static final List<String> QUARTZ_DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

    private final String text;
    private final List<String> fields;

    CycleText(String text) {
        this.text = text;
        this.fields = List.of(text.split("\\s+"));
    }

    /** What is wrong before the engine is asked: the name of a finding. */
    Optional<String> flaw() {
        if (text.startsWith("R")) {
            return repeated();
        }
        return switch (fields.size()) {
            case WITHOUT_SECONDS -> Optional.of("unix");
            case WITH_YEAR -> Optional.of("quartz");
            case WHOLE ->
                fields.get(0).equals("*") || fields.get(0).startsWith("*/") ? Optional.of("often") : Optional.empty();
            default -> text.startsWith("@") ? Optional.empty() : Optional.of("cycle");
        };
    }

    private Optional<String> repeated() {
        Matcher repeated = REPEATED.matcher(text);
        if (!repeated.matches()) {
            return Optional.of("cycle");
        }
        return tooShort(repeated.group(3)) ? Optional.of("often") : Optional.empty();
    }

    private static boolean tooShort(String period) {
        try {
            return SHORT.matcher(period).matches() && Duration.parse(period).compareTo(SHORTEST) < 0;
        } catch (DateTimeParseException unreadable) {
            return false;
        }
    }

    /** The moment that an ISO repetition counts from, or up to; nothing if it counts from when work comes to it. */
    Optional<String> anchor() {
        Matcher repeated = REPEATED.matcher(text);
        return repeated.matches()
                ? Optional.ofNullable(repeated.group(2)).or(() -> Optional.ofNullable(repeated.group(4)))
                : Optional.empty();
    }

    /** The time between two turns of an ISO repetition. */
    Optional<String> period() {
        Matcher repeated = REPEATED.matcher(text);
        return repeated.matches() ? Optional.of(repeated.group(3)) : Optional.empty();
    }

    /** What was probably meant. */
    String better() {
        return switch (fields.size()) {
            case WITHOUT_SECONDS -> "0 " + text;
            case WITH_YEAR -> String.join(" ", fields.subList(0, WHOLE - 1)) + " " + named(fields.get(WHOLE - 1));
            case WHOLE -> "0 " + String.join(" ", fields.subList(1, WHOLE));
            default -> "R/P1D";
        };
    }

    /** The days of the week by name, if they stand there as numbers: what they meant to Quartz. */
    Optional<String> otherDays() {
        if (text.startsWith("R")
                || fields.size() != WHOLE
                || !DIGIT.matcher(fields.get(WHOLE - 1)).find()) {
            return Optional.empty();
        }
        String named = named(fields.get(WHOLE - 1));
        return named.equals(fields.get(WHOLE - 1)) ? Optional.empty() : Optional.of(named);
    }

    private static String named(String days) {
        StringBuilder named = new StringBuilder();
        boolean counts = true;
        for (char sign : days.toCharArray()) {
            counts = counts && sign != '#' && sign != '/';
            named.append(counts && sign >= '1' && sign <= '7' ? QUARTZ_DAYS.get(sign - '1') : String.valueOf(sign));
            counts = counts || sign == ',';
        }
        return named.toString();
    }
}
