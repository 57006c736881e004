package dev.baton.intake;

import dev.baton.engine.FormField;
import dev.baton.engine.FormField.Type;
import dev.baton.shared.EmailAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Turns what somebody wrote about a field into the text that the form's check reads; in doubt into nothing. */
@Component
class Answers {

    private static final int LONGEST = 4_000;
    private static final Pattern NUMBER = Pattern.compile("(?<![\\d.,/-])-?\\d{1,18}(?![\\d/-]|[.,]\\d)");
    private static final Pattern SPACED_THOUSANDS = Pattern.compile("(?<=\\d)[ \\u00a0\\u202f](?=\\d{3}(?!\\d))");
    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^\\s<>\"]+");

    private final Choices choices;
    private final Set<String> yes;
    private final Set<String> no;

    Answers(Words words) {
        choices = new Choices(words);
        yes = words.known("yes");
        no = words.known("no");
    }

    Optional<String> of(FormField field, String written) {
        String text = written.strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return switch (field.type()) {
            case STRING -> words(field, text);
            case ENUM -> choices.meant(field, text);
            case DATE -> Days.only(text).map(Object::toString);
            case BOOLEAN -> yesOrNo(text);
            case LONG -> only(NUMBER, SPACED_THOUSANDS.matcher(text).replaceAll(""));
        };
    }

    /** Whether any text would do as an answer to this field. */
    static boolean takesWords(FormField field) {
        return field.type() == Type.STRING && !field.is("email") && !field.is("url");
    }

    private static Optional<String> words(FormField field, String text) {
        if (field.is("email")) {
            return Arrays.stream(text.split("[\\s<>(),;]+"))
                    .flatMap(part -> EmailAddress.parse(part).stream())
                    .map(EmailAddress::value)
                    .findFirst();
        }
        if (field.is("url")) {
            return only(WEB_ADDRESS, text).or(() -> Optional.of(text).filter(word -> !word.contains(" ")));
        }
        return Optional.of(shortened(text, longest(field)));
    }

    private static int longest(FormField field) {
        return Math.min(
                LONGEST,
                field.rule("maxlength")
                        .filter(most -> most.matches("\\d{1,9}"))
                        .map(Integer::valueOf)
                        .orElse(LONGEST));
    }

    /** The whole of it stands in the conversation. */
    private static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Math.max(0, longest - 1);
        boolean halved = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, halved ? end - 1 : end) + "…";
    }

    private Optional<String> yesOrNo(String text) {
        List<String> words = List.of(Normal.words(text).strip().split(" "));
        if (yes.contains(words.get(0))) {
            return Optional.of("true");
        }
        return no.contains(words.get(0)) ? Optional.of("false") : Optional.empty();
    }

    private static Optional<String> only(Pattern pattern, String text) {
        List<String> found = pattern.matcher(text)
                .results()
                .map(match -> match.group())
                .distinct()
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
