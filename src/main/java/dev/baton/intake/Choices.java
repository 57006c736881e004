package dev.baton.intake;

import dev.baton.engine.FormField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds which choice of a field somebody means. */
final class Choices {

    private static final int SHORTEST_PART = 3;

    private final Set<String> negations;

    Choices(Words words) {
        this.negations = words.known("not");
    }

    /**
     * The value of the choice that the text is, by label or value; else the only one whose label the text is a part of;
     * else the only one whose label stands in the text, if nothing there negates it.
     */
    Optional<String> meant(FormField field, String text) {
        String name = Normal.name(text);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> exact = field.choices().entrySet().stream()
                .filter(choice -> Normal.name(choice.getKey()).equals(name)
                        || Normal.name(choice.getValue()).equals(name))
                .map(Map.Entry::getKey)
                .findFirst();
        return exact.or(() -> partOf(field, text)).or(() -> standingIn(field, text));
    }

    private static Optional<String> partOf(FormField field, String text) {
        String part = Normal.words(text);
        return part.strip().length() < SHORTEST_PART
                ? Optional.empty()
                : only(field.choices().entrySet().stream()
                        .filter(choice -> Normal.words(choice.getValue()).contains(part))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private Optional<String> standingIn(FormField field, String text) {
        String whole = Normal.words(text);
        return negations.stream().anyMatch(no -> whole.contains(" " + no + " "))
                ? Optional.empty()
                : only(field.choices().entrySet().stream()
                        .filter(choice -> whole.contains(Normal.words(choice.getValue())))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private static Optional<String> only(List<String> found) {
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
