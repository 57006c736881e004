package dev.baton.models;

import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a field can say besides its question and its kind of answer, and how that is said. */
enum FieldRule {
    DEFAULT(Phrase::quoted, "none"),
    MINLENGTH(Phrase::quoted, "none"),
    MAXLENGTH(Phrase::quoted, "none"),
    MIN(Phrase::quoted, "none"),
    MAX(Phrase::quoted, "none"),
    HELP(Phrase::quoted, "none"),
    SHOWIF(value -> Phrase.of("if", Values.condition(value)), "always"),
    READONLY(FieldRule::whether, "no"),
    MULTILINE(FieldRule::whether, "no"),
    FILE(FieldRule::whether, "no"),
    URL(FieldRule::whether, "no"),
    EMAIL(FieldRule::whether, "no"),
    OTHER(Phrase::quoted, "none");

    private final Function<String, Phrase> said;
    private final String unsaid;

    /** @param unsaid what holds where nothing is said */
    FieldRule(Function<String, Phrase> said, String unsaid) {
        this.said = said;
        this.unsaid = unsaid;
    }

    /** That a field of this form has another rule; an empty one says nothing. */
    static Phrase changed(String name, Phrase form, String field, String now, String before) {
        FieldRule rule = of(name);
        Excerpt excerpt = Excerpt.of(now, before);
        return Phrase.of(
                "field.rule",
                form,
                field,
                Phrase.of("rule." + rule.name().toLowerCase(Locale.ROOT), name),
                rule.words(excerpt.now()),
                rule.words(excerpt.before()));
    }

    /** Whether this says only what holds anyway. */
    static boolean isUsual(String name, String value) {
        return of(name).unsaid.equals("no") && value.equalsIgnoreCase("false");
    }

    private static FieldRule of(String name) {
        return Stream.of(values())
                .filter(each -> each.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(OTHER);
    }

    private Phrase words(String value) {
        return value.isEmpty() ? Phrase.of(unsaid) : said.apply(value);
    }

    private static Phrase whether(String value) {
        return Phrase.of(value.equalsIgnoreCase("false") ? "no" : "yes");
    }
}
