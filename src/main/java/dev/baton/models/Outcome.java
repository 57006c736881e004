package dev.baton.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;

/**
 * One thing that a person can decide on a task.
 *
 * @param value what gateways read, such as {@code changes}
 * @param label the words on the button
 * @param asksComment whether the person is asked to say why
 */
public record Outcome(String value, String label, boolean asksComment) {

    private static final Pattern ONE =
            Pattern.compile("([A-Za-z][A-Za-z0-9_-]{0,39})\\s*=\\s*([^*=]{1,60}?)\\s*(\\*?)");

    /** Reads {@code approve=Approve, changes=Request changes*}; parts that make no sense are left out. */
    static List<Outcome> listOf(String text) {
        return parts(text).stream().flatMap(part -> read(part).stream()).toList();
    }

    static Optional<Outcome> read(String part) {
        Matcher one = ONE.matcher(part);
        return one.matches()
                ? Optional.of(
                        new Outcome(one.group(1), one.group(2), !one.group(3).isEmpty()))
                : Optional.empty();
    }

    /** What a task can be answered with that names no outcomes. */
    static Outcome done(MessageSource messages) {
        return new Outcome("done", messages.getMessage("models.outcome.done", null, Locale.ENGLISH), false);
    }

    static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            parts.add(part.strip());
        }
        return parts;
    }
}
