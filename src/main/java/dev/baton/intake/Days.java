package dev.baton.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days as people write them: {@code 2026-03-14}, {@code 14.3.2026}, {@code 14 March 2026}, {@code March 14th, 2026}, the
 * months in the languages below. {@code 3/4/2026} is another day on either side of an ocean, so it is never guessed.
 */
final class Days {

    private static final List<Locale> LANGUAGES = List.of(
            Locale.ENGLISH,
            Locale.GERMAN,
            Locale.FRENCH,
            Locale.ITALIAN,
            Locale.forLanguageTag("es"),
            Locale.forLanguageTag("nl"),
            Locale.forLanguageTag("pt"));

    private static final Map<String, Month> MONTHS = months();

    private static final Pattern SLASHES = Pattern.compile("(?<![\\d/])\\d{1,2}/\\d{1,2}/\\d{2,4}(?!\\d)");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<!\\d)(?<y>\\d{4})[-/](?<m>\\d{1,2})[-/](?<d>\\d{1,2})(?!\\d)");
    private static final Pattern DOTS =
            Pattern.compile("(?<![\\d.])(?<d>\\d{1,2})\\.\\s?(?<m>\\d{1,2})\\.\\s?(?<y>\\d{4})(?!\\d)");
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?<![\\d.])(?<d>\\d{1,2})(?:st|nd|rd|th|er|\\.|º)?\\s+(?:(?:of|de)\\s+)?(?<m>\\p{L}{3,15})\\.?,?\\s+(?:de\\s+)?(?<y>\\d{4})(?!\\d)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MONTH_FIRST = Pattern.compile(
            "(?<!\\p{L})(?<m>\\p{L}{3,15})\\.?\\s+(?<d>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<y>\\d{4})(?!\\d)",
            Pattern.CASE_INSENSITIVE);

    private Days() {}

    /** The one day that the text names; nothing if it names none, several, or one that can be read in two ways. */
    static Optional<LocalDate> only(String text) {
        Set<LocalDate> named = new HashSet<>();
        for (Pattern notation : List.of(YEAR_FIRST, DOTS, DAY_FIRST, MONTH_FIRST)) {
            Matcher matcher = notation.matcher(text);
            while (matcher.find()) {
                day(matcher).ifPresent(named::add);
            }
        }
        return named.size() == 1 && !SLASHES.matcher(text).find()
                ? named.stream().findFirst()
                : Optional.empty();
    }

    private static Optional<LocalDate> day(Matcher matcher) {
        return month(matcher.group("m"))
                .flatMap(month ->
                        day(Integer.parseInt(matcher.group("y")), month, Integer.parseInt(matcher.group("d"))));
    }

    private static Optional<Integer> month(String text) {
        return Character.isDigit(text.charAt(0))
                ? Optional.of(Integer.valueOf(text))
                : Optional.ofNullable(MONTHS.get(Normal.name(text))).map(Month::getValue);
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Map<String, Month> months() {
        Map<String, Month> months = new HashMap<>();
        for (Locale language : LANGUAGES) {
            for (Month month : Month.values()) {
                for (TextStyle style : List.of(
                        TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE)) {
                    months.putIfAbsent(Normal.name(month.getDisplayName(style, language)), month);
                }
            }
        }
        months.put("sept", Month.SEPTEMBER);
        return Map.copyOf(months);
    }
}
