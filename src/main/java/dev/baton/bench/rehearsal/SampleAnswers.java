package dev.baton.bench.rehearsal;

import dev.baton.engine.FormField;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;

/** Fills in forms with answers that are made up: what the model suggests, else the first choice, else something that fits. */
final class SampleAnswers {

    private static final int FITS_MOST = 10;
    private static final int DAYS_AHEAD = 30;

    private final MessageSource messages;
    private final ZoneId zone;

    SampleAnswers(MessageSource messages, ZoneId zone) {
        this.messages = messages;
        this.zone = zone;
    }

    /**
     * An answer for each field that takes one, as text.
     *
     * @param otherwise what is to be answered in another way, by field
     */
    Map<String, String> to(List<FormField> form, Map<String, String> otherwise, Instant now) {
        Map<String, String> answers = new HashMap<>();
        form.stream().filter(field -> !field.readonly()).forEach(field -> answers.put(field.id(), answer(field, now)));
        answers.putAll(otherwise);
        return answers;
    }

    /** The same form with these answers in it. */
    List<FormField> in(List<FormField> form, Instant now) {
        return form.stream()
                .map(field -> field.readonly() ? field : field.with(answer(field, now)))
                .toList();
    }

    private String answer(FormField field, Instant now) {
        Object known = field.value();
        if (known != null && !known.toString().isBlank()) {
            return known.toString();
        }
        return switch (field.type()) {
            case ENUM -> field.choices().keySet().stream().findFirst().orElse("");
            case BOOLEAN -> "true";
            case LONG -> String.valueOf(number(field));
            case DATE -> now.atZone(zone).toLocalDate().plusDays(DAYS_AHEAD).toString();
            case STRING -> fitting(text(field), field);
        };
    }

    private static long number(FormField field) {
        long least = limit(field, "min").orElse(Long.MIN_VALUE);
        long most = limit(field, "max").orElse(Long.MAX_VALUE);
        return Math.max(least, Math.min(most, FITS_MOST));
    }

    private String text(FormField field) {
        if (field.is("email")) {
            return say("bench.sample.email");
        }
        if (field.is("url")) {
            return say("bench.sample.url");
        }
        return field.is("file") ? say("bench.sample.file") : say("bench.sample.text", field.label());
    }

    private static String fitting(String text, FormField field) {
        int most = (int) Math.min(4_000, limit(field, "maxlength").orElse(4_000L));
        int least = (int) Math.min(4_000, limit(field, "minlength").orElse(0L));
        String long_ = text.length() < least ? (text + " ").repeat(least / (text.length() + 1) + 1) : text;
        return long_.substring(0, Math.min(most, Math.max(least, text.length())))
                .strip();
    }

    private static Optional<Long> limit(FormField field, String rule) {
        return field.rule(rule).flatMap(config -> {
            try {
                return Optional.of(Long.valueOf(config.strip()));
            } catch (NumberFormatException noNumber) {
                return Optional.empty();
            }
        });
    }

    /** The text with this key. */
    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }
}
