package dev.baton.inbox;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One text of a mail, as plain text or HTML or both; texts of one group of alternatives say the same. Apple's program goes
 * on in another part behind each file that stands in the text, so that either may come in pieces.
 *
 * @param alternatives number of the group, 0 if there is none
 * @param plains the pieces of the plain text, none of them blank
 * @param htmls those of the HTML
 */
record Body(int alternatives, List<String> plains, List<String> htmls) {

    static Body of(int alternatives, @Nullable String plain, @Nullable String html) {
        return new Body(alternatives, filled(plain), filled(html));
    }

    private static List<String> filled(@Nullable String text) {
        return text == null || text.isBlank() ? List.of() : List.of(text);
    }

    Body and(Body other) {
        return new Body(alternatives, both(plains, other.plains), both(htmls, other.htmls));
    }

    private static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    boolean isBlank() {
        return plains.isEmpty() && htmls.isEmpty();
    }

    Optional<String> plain() {
        return plains.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", plains));
    }

    Optional<String> html() {
        return switch (htmls.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(htmls.get(0));
            default -> Optional.of(htmls.stream().map(HtmlText::closed).collect(Collectors.joining("\n")));
        };
    }

    /** @param forwards whether the mail passes another one on; then nothing in that one was written now */
    OwnWords ownWords(boolean forwards) {
        return Reading.best(plain().orElse(null), html().orElse(null), forwards).words();
    }

    /** All of it, as text: the plain one, and what only the HTML says. */
    String whole() {
        String page = html().map(HtmlText::plain).orElse("");
        return plain().map(text -> OwnWords.joined(text, MissingLines.of(page, text)))
                .orElse(page);
    }
}
