package dev.baton.intake;

import dev.baton.engine.FormField;
import dev.baton.engine.FormField.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers that do not say what they answer: to a single question; numbered; one line for each question, in the order
 * asked; or somewhere in the text, where only one of the questions asks for a day, or for one of several choices.
 */
final class BareAnswers {

    private static final Pattern NUMBERED = Pattern.compile("^\\s*(\\d{1,2})\\s*[.):]\\s+(.+)$");

    private BareAnswers() {}

    /**
     * What was answered, by field.
     *
     * @param asked the fields asked for, in the order of the question
     */
    static Map<String, String> of(List<FormField> asked, String text, Answers answers) {
        if (asked.isEmpty() || text.isBlank()) {
            return Map.of();
        }
        Map<String, String> numbered = numbered(asked, text, answers);
        if (!numbered.isEmpty()) {
            return numbered;
        }
        if (asked.size() == 1) {
            return single(asked.get(0), text, answers);
        }
        Map<String, String> lineByLine = lineByLine(asked, text, answers);
        return lineByLine.isEmpty() ? byKind(asked, text, answers) : lineByLine;
    }

    private static Map<String, String> byKind(List<FormField> asked, String text, Answers answers) {
        Map<String, String> given = new HashMap<>();
        for (Type kind : List.of(Type.DATE, Type.ENUM)) {
            List<FormField> ofKind =
                    asked.stream().filter(field -> field.type() == kind).toList();
            if (ofKind.size() == 1) {
                FormField field = ofKind.get(0);
                answers.of(field, text).ifPresent(value -> given.put(field.id(), value));
            }
        }
        return given;
    }

    private static Map<String, String> single(FormField field, String text, Answers answers) {
        Optional<String> whole = answers.of(field, text);
        return whole.or(() -> lines(text).stream()
                        .flatMap(line -> answers.of(field, line).stream())
                        .findFirst())
                .map(value -> Map.of(field.id(), value))
                .orElse(Map.of());
    }

    private static Map<String, String> numbered(List<FormField> asked, String text, Answers answers) {
        Map<String, String> given = new HashMap<>();
        for (String line : lines(text)) {
            Matcher matcher = NUMBERED.matcher(line);
            int number = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
            if (number >= 1 && number <= asked.size()) {
                FormField field = asked.get(number - 1);
                answers.of(field, matcher.group(2)).ifPresent(value -> given.putIfAbsent(field.id(), value));
            }
        }
        return given;
    }

    /** Only if every line answers its question; a text of as many lines as there are questions may be anything. */
    private static Map<String, String> lineByLine(List<FormField> asked, String text, Answers answers) {
        List<String> lines = lines(text);
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < asked.size() && lines.size() == asked.size(); i++) {
            FormField field = asked.get(i);
            answers.of(field, lines.get(i)).ifPresent(value -> given.put(field.id(), value));
        }
        return given.size() == asked.size() ? given : Map.of();
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>(text.lines().map(String::strip).toList());
        lines.removeIf(String::isEmpty);
        return lines;
    }
}
