package dev.baton.people;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Working time as models write it: an ISO 8601 duration whose days and hours are working days and working hours
 * ({@code P3D}, {@code P2W}, {@code PT4H}, {@code P1DT4H}). A week is five working days.
 *
 * @param days whole working days
 * @param time working hours and minutes on top
 */
public record BusinessDuration(int days, Duration time) {

    private static final Pattern SHAPE = Pattern.compile(
            "P(?=.)(?:(\\d{1,4})W)?(?:(\\d{1,5})D)?(?:T(?=.)(?:(\\d{1,5})H)?(?:(\\d{1,6})M)?)?",
            Pattern.CASE_INSENSITIVE);
    private static final int DAYS_OF_A_WEEK = 5;

    /** As many as a text of this shape can name, some centuries; they are counted one by one. */
    private static final int MOST_DAYS = 150_000;

    private static final Duration MOST_TIME = Duration.ofHours(120_000);

    public BusinessDuration {
        if (days > MOST_DAYS || time.compareTo(MOST_TIME) > 0) {
            throw new IllegalArgumentException("Nobody works that long: " + days + " days, " + time);
        }
        if (days < 0 || time.isNegative()) {
            throw new IllegalArgumentException("Working time is not negative: " + days + " days, " + time);
        }
    }

    /** This many working days. */
    public static BusinessDuration ofDays(int days) {
        return new BusinessDuration(days, Duration.ZERO);
    }

    /** This many working hours. */
    public static BusinessDuration ofHours(int hours) {
        return new BusinessDuration(0, Duration.ofHours(hours));
    }

    /** @throws IllegalArgumentException if the text is no duration of weeks, days, hours and minutes */
    public static BusinessDuration of(String text) {
        return parse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Not a working time of weeks, days, hours and minutes such as P3D or PT4H: '" + text + "'"));
    }

    /** The duration that the text is, or nothing; months, years, seconds and signs are not working time. */
    public static Optional<BusinessDuration> parse(String text) {
        Matcher matcher = SHAPE.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int days = number(matcher, 1) * DAYS_OF_A_WEEK + number(matcher, 2);
        Duration time = Duration.ofHours(number(matcher, 3)).plusMinutes(number(matcher, 4));
        return Optional.of(new BusinessDuration(days, time));
    }

    private static int number(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    @Override
    public String toString() {
        return "P" + (days > 0 || time.isZero() ? days + "D" : "")
                + (time.isZero() ? "" : time.toString().substring(1));
    }
}
