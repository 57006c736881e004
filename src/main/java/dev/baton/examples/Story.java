package dev.baton.examples;

import dev.baton.people.BusinessDuration;
import dev.baton.people.WorkingCalendar;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * How one made-up request goes.
 *
 * @param from key of the requester
 * @param daysAgo working days before today on which it is asked for
 * @param pace how long people take, against the usual 1
 * @param mail the mail that asks; asked for in the form where it is null
 * @param brief answers as text; {@code +10} is the day ten working days after the opening
 * @param lacks fields of the brief that are missing at first
 * @param completed after how many working days they are answered; not yet where it is null
 * @param turns what people do that is not the usual
 * @param writes what the requester writes later
 * @param closed by whom and why it is closed early
 */
record Story(
        String workflow,
        String title,
        String from,
        @Nullable String campaign,
        int daysAgo,
        @Nullable Double pace,
        @Nullable String mail,
        Map<String, String> brief,
        @Nullable List<String> lacks,
        @Nullable Integer completed,
        @Nullable List<Turn> turns,
        @Nullable List<Later> writes,
        @Nullable Later closed) {

    /**
     * Something that happens to the request beside its tasks.
     *
     * @param day working days after the opening
     * @param by address of who does it; the requester where it is null
     */
    record Later(int day, @Nullable String by, String text) {}

    /** Whether nothing of it stays open for good. */
    boolean ends() {
        return unusual().stream().noneMatch(Turn::stays) && (missing().isEmpty() || completed != null);
    }

    /** Much the same in earlier weeks: asked for on another day, for another date, by people in another hurry. */
    Story earlier(int weeks, Random chance) {
        double hurry = Math.exp(0.3 * chance.nextGaussian());
        return new Story(
                workflow,
                title + ", " + weeks + " weeks before",
                from,
                null,
                5 * weeks + 1 + chance.nextInt(29),
                closed == null ? Double.valueOf(tempo() * hurry) : pace,
                mail,
                moved(chance),
                lacks,
                completed,
                turns,
                writes,
                closed);
    }

    private Map<String, String> moved(Random chance) {
        Map<String, String> moved = new LinkedHashMap<>(brief);
        moved.replaceAll((field, text) -> text.matches("\\+\\d\\d?")
                ? "+" + Math.round(Integer.parseInt(text.substring(1)) * (0.8 + 0.8 * chance.nextDouble()))
                : text);
        return moved;
    }

    double tempo() {
        return pace == null ? 1 : pace;
    }

    List<String> missing() {
        return lacks == null ? List.of() : lacks;
    }

    List<Turn> unusual() {
        return turns == null ? List.of() : turns;
    }

    List<Later> messages() {
        return writes == null ? List.of() : writes;
    }

    /** The brief with its days as ISO dates. */
    Map<String, String> answers(Instant opened, WorkingCalendar calendar) {
        Map<String, String> answers = new HashMap<>(brief);
        answers.replaceAll((field, text) -> text.startsWith("+") ? day(opened, calendar, text.substring(1)) : text);
        return answers;
    }

    private static String day(Instant opened, WorkingCalendar calendar, String days) {
        return calendar.plus(opened, BusinessDuration.ofDays(Integer.parseInt(days)))
                .atZone(calendar.zone())
                .toLocalDate()
                .toString();
    }
}
