package dev.baton.bench.rehearsal;

import dev.baton.engine.FormAnswers;
import dev.baton.engine.Step;
import dev.baton.tasks.FormViews;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Says in plain words why a workflow cannot go on, and at which of its elements. */
final class Stumbles {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]{1,2000}}");
    private static final Pattern ELEMENT = Pattern.compile("'([A-Za-z_][A-Za-z0-9_.-]{0,199})'");
    private static final Pattern VARIABLE = Pattern.compile("No variable is called '([^']{1,200})'");
    private static final Pattern NO_WAY_OUT = Pattern.compile("No outgoing sequence flow");

    private final MessageSource messages;
    private final Piece piece;

    Stumbles(MessageSource messages, Piece piece) {
        this.messages = messages;
        this.piece = piece;
    }

    /** Why a rehearsal of ours cannot go on; its message is for people. */
    static final class NoFurther extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoFurther(String words) {
            super(words);
        }
    }

    NoFurther endless() {
        return new NoFurther(say("bench.stumble.endless"));
    }

    NoFurther tooLong() {
        return new NoFurther(say("bench.stumble.too-long"));
    }

    NoFurther notHere(String what) {
        return new NoFurther(say("bench.stumble.not-here", what));
    }

    /** @throws NoFurther if a form could not be filled in */
    void unlessValid(FormAnswers answers, FormViews words) {
        if (!answers.valid()) {
            throw new NoFurther(say(
                    "bench.stumble.form",
                    answers.problems().stream().map(words::words).collect(Collectors.joining(" "))));
        }
    }

    /** It waits for what never comes. */
    Stumble standing(List<Step> waiting) {
        Optional<Step> where = waiting.stream().reduce((first, last) -> last);
        return new Stumble(
                where.map(Step::activity).orElse(null),
                where.map(Step::name).orElse(""),
                say("bench.stumble.stands-still"),
                null);
    }

    /** @param pressed what was pressed last, in words */
    Stumble of(RuntimeException failed, String pressed) {
        if (failed instanceof NoFurther ours) {
            return new Stumble(null, pressed, String.valueOf(ours.getMessage()), null);
        }
        String detail = messagesOf(failed);
        String element = element(detail);
        return new Stumble(
                element, element == null ? pressed : piece.elements().get().name(element), words(detail), detail);
    }

    private String words(String detail) {
        Matcher variable = VARIABLE.matcher(detail);
        if (variable.find()) {
            return say("bench.stumble.variable", variable.group(1));
        }
        return say(NO_WAY_OUT.matcher(detail).find() ? "bench.stumble.no-way-out" : "bench.stumble.other");
    }

    private @Nullable String element(String detail) {
        Elements elements = piece.elements().get();
        Matcher expression = EXPRESSION.matcher(detail);
        if (expression.find()) {
            Optional<String> holder = elements.holding(expression.group());
            if (holder.isPresent()) {
                return holder.get();
            }
        }
        return ELEMENT.matcher(detail)
                .results()
                .map(found -> found.group(1))
                .filter(elements::has)
                .findFirst()
                .orElse(null);
    }

    /** What was said on the way down, each once. */
    private static String messagesOf(Throwable failed) {
        StringBuilder said = new StringBuilder();
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (message != null && said.indexOf(message) < 0) {
                said.append(said.isEmpty() ? "" : "; ").append(message);
            }
        }
        return said.substring(0, Math.min(1_000, said.length()));
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }
}
