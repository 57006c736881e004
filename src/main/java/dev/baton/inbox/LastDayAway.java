package dev.baton.inbox;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The last day of an absence, read out of a vacation note: "until 14 March" names it, "back on 15 March" the day after it.
 * Said in two ways that do not fit, or with a day such as 3/4 that is another one elsewhere, it is not read at all.
 */
final class LastDayAway {

    private static final int LONGEST = 4_000;
    /**
     * A note that nobody switched off still says "until 14 March" in April, and does not mean next year. Who is away for
     * longer than a season names the year.
     */
    private static final Period SOON = Period.ofMonths(4);

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Map<String, Month> MONTHS = months();

    /** A day, with or without its year. */
    private static final String DAY = "(?:(?<y1>\\d{4})-(?<m1>\\d{1,2})-(?<d1>\\d{1,2})(?!\\d)"
            + "|(?<d2>\\d{1,2})\\.\\s?(?<m2>\\d{1,2})\\.(?:\\s?(?<y2>\\d{4}))?(?!\\d)"
            + "|(?<d3>\\d{1,2})(?:st|nd|rd|th|er|\\.|º|ª)?\\s+(?:(?:of|de|d')\\s*)?(?<m3>\\p{L}{3,15})\\.?(?:,?\\s+(?:de\\s+)?(?<y3>\\d{4}))?(?!\\d)"
            + "|(?<m4>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})\\.?\\s+(?<d4>\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,?\\s+(?<y4>\\d{4}))?(?!\\d)"
            + "|(?:(?<y5>\\d{4})\\s?年\\s?)?(?<m5>\\d{1,2})\\s?月\\s?(?<d5>\\d{1,2})\\s?[日号號])";

    /** "Friday, the": a few words without a digit and within the sentence. */
    private static final String WORDS = "[^\\d.!?\\n]{0,40}?";

    private static final Pattern LAST = Pattern.compile(
            "(?:至|到|(?<!\\p{L})(?:until|till|through|up to|bis|jusqu['’]au|hasta|fino al?|tot en met|t/m|até|do(?= \\d)|till och med|t\\.o\\.m\\.|по)(?!\\p{L}))"
                    + WORDS
                    + DAY,
            FLAGS);
    private static final Pattern RANGE = Pattern.compile(
            "\\d\\.?(?:\\s+\\p{L}{3,15})?(?:\\s+\\d{4})?\\s*(?:[-–—]|(?<!\\p{L})(?:to|au|al|a|till|do)(?!\\p{L}))\\s*"
                    + DAY,
            FLAGS);
    private static final Pattern LAST_BEFORE =
            Pattern.compile(DAY + "\\s?(?:\\([^)]{1,3}\\))?\\s?(?:まで|为止|為止|включительно)", FLAGS);
    private static final Pattern BACK = Pattern.compile(
            "(?<!\\p{L})(?:back|return(?:ing)?|available again|zurück|wieder|de retour|vuelvo|regreso|de vuelta|volveré|regresaré"
                    + "|rientr\\p{L}+|di ritorno|torn(?:o|erò)|terug|regresso|retorno|de volta|wracam|wrócę|tillbaka|åter|вернусь|выйду|возвращаюсь)"
                    + WORDS + DAY,
            FLAGS);
    private static final Pattern BACK_BEFORE = Pattern.compile(
            "(?:(?<!\\p{L})(?:ab|am|from|from the|le|el|il|op|vanaf|em|od|den|с)\\s+)(?:[\\p{L}]+,?\\s+){0,3}?" + DAY
                    + "\\s?(?:\\([^)]{1,3}\\))?\\s?(?:bin ich |stehe ich |" + WORDS
                    + ")(?:wieder|zurück|返回|回到|恢复|より(?:出社|出勤|業務)|から(?:出社|出勤|業務)|に(?:戻|出社))",
            FLAGS);
    private static final Pattern BACK_IN_CHINESE_OR_JAPANESE = Pattern.compile(
            DAY + "\\s?(?:\\([^)]{1,3}\\))?\\s?(?:返回|回到|回来|恢复|(?:より|から|に)[^\\d。\\n]{0,8}?(?:出社|出勤|業務|戻))", FLAGS);

    private LastDayAway() {}

    /**
     * The last day, if the text names one and only one.
     *
     * @param today the day of the note; a day without a year is over if it is not within {@link #SOON}, and one that is
     *     over or far off is no end
     */
    static Optional<LocalDate> in(String words, LocalDate today) {
        String text = Normalizer.normalize(words.substring(0, Math.min(words.length(), LONGEST)), Normalizer.Form.NFKC);
        Set<LocalDate> last = new HashSet<>();
        for (Pattern saying : List.of(LAST, RANGE, LAST_BEFORE)) {
            last.addAll(days(saying, text, today));
        }
        for (Pattern saying : List.of(BACK, BACK_BEFORE, BACK_IN_CHINESE_OR_JAPANESE)) {
            days(saying, text, today).forEach(day -> last.add(day.minusDays(1)));
        }
        last.removeIf(day -> day.isBefore(today.minusDays(1)) || day.isAfter(today.plusDays(400)));
        return agreed(last);
    }

    /** "Until Friday 14 March, back on Monday 17 March": the weekend is no work anyway, and both say the same. */
    private static Optional<LocalDate> agreed(Set<LocalDate> last) {
        LocalDate latest = last.stream().max(LocalDate::compareTo).orElse(null);
        return Optional.ofNullable(latest)
                .filter(day -> last.stream().allMatch(other -> other.isAfter(day.minusDays(4))))
                .flatMap(day -> last.stream().min(LocalDate::compareTo));
    }

    private static List<LocalDate> days(Pattern saying, String text, LocalDate today) {
        List<LocalDate> days = new ArrayList<>();
        Matcher found = saying.matcher(text);
        while (found.find()) {
            day(found, today).ifPresent(days::add);
        }
        return days;
    }

    private static Optional<LocalDate> day(Matcher found, LocalDate today) {
        for (int notation = 1; notation <= 5; notation++) {
            String day = found.group("d" + notation);
            if (day != null) {
                String year = found.group("y" + notation);
                return month(found.group("m" + notation))
                        .flatMap(month -> day(year, month, Integer.parseInt(day), today));
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> day(@Nullable String year, int month, int day, LocalDate today) {
        try {
            return year == null
                    ? soon(today, month, day)
                    : Optional.of(LocalDate.of(Integer.parseInt(year), month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> soon(LocalDate today, int month, int day) {
        return IntStream.of(today.getYear(), today.getYear() + 1)
                .filter(year -> YearMonth.of(year, month).isValidDay(day))
                .mapToObj(year -> LocalDate.of(year, month, day))
                .filter(read -> !read.isBefore(today.minusDays(1)) && !read.isAfter(today.plus(SOON)))
                .findFirst();
    }

    private static Optional<Integer> month(String text) {
        return Character.isDigit(text.charAt(0))
                ? Optional.of(Integer.valueOf(text))
                : Optional.ofNullable(MONTHS.get(plain(text))).map(Month::getValue);
    }

    private static Map<String, Month> months() {
        Map<String, Month> months = new HashMap<>();
        for (String language : List.of("en", "de", "fr", "es", "it", "nl", "pt", "pl", "sv", "ru")) {
            for (Month month : Month.values()) {
                for (TextStyle style : List.of(
                        TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE)) {
                    months.putIfAbsent(plain(month.getDisplayName(style, Locale.forLanguageTag(language))), month);
                }
            }
        }
        months.put("sept", Month.SEPTEMBER);
        return Map.copyOf(months);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("[\\p{M}.]+", "")
                .toLowerCase(Locale.ROOT);
    }
}
