package dev.baton.tasks;

import dev.baton.models.Outcome;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether what follows the sentence that names an outcome takes it back or limits it. Where the outcome asks for words, these
 * may speak of other outcomes and limit what is wanted; so they count only in the same paragraph, or if they say nothing else.
 */
record SecondThoughts(Naming naming, Outcome chosen) {

    private static final Pattern END_OF_PARAGRAPH = Pattern.compile("\\n\\s{0,200}\\n");
    private static final int MOST_SENTENCES = 50;

    /** Companies write of confidence, recipients and mistakes in one breath; nobody else does at this length. */
    private static final int SHORTEST_DISCLAIMER = 120;

    private static final int LEAST_OF_DISCLAIMERS = 3;

    /**
     * @param said the whole answer
     * @param first the sentence that it begins with
     * @param rest what follows that
     */
    boolean follow(String said, String first, String rest) {
        boolean back = sentences(rest).anyMatch(sentence -> read(sentence).hasAny(list("retractions")));
        return back || (chosen.asksComment() ? followComment(said, first, rest) : followPlain(rest));
    }

    private boolean followPlain(String rest) {
        String paragraph = END_OF_PARAGRAPH.split(rest, 2)[0];
        return sentences(paragraph)
                        .anyMatch(sentence -> naming.named(sentence).stream().anyMatch(this::isAnother))
                || all(rest).count() > MOST_SENTENCES
                || sentences(withoutDisclaimers(rest)).anyMatch(this::holdsBack);
    }

    /** Words behind a plain yes that speak against it, in whatever paragraph. */
    private boolean holdsBack(String sentence) {
        WordList said = read(sentence).without(list("pleasantries"));
        return said.startsWithAny(list("conditions"))
                || said.startsWithAny(list("nots"))
                || said.hasAny(list("holds"))
                || said.hasAny(list("faults"))
                || naming.clauses(sentence)
                        .map(this::read)
                        .anyMatch(clause -> clause.startsWithAny(list("afterthoughts")))
                || read(naming.withoutRemarks(sentence))
                        .without(list("pleasantries"))
                        .hasAny(list("negations"))
                || names(sentence);
    }

    private boolean followComment(String said, String first, String rest) {
        String paragraph = END_OF_PARAGRAPH.split(said, 2)[0];
        String further = paragraph.substring(Math.min(paragraph.length(), first.length()));
        return sentences(further).anyMatch(sentence -> names(sentence) || limits(sentence))
                || sentences(rest).anyMatch(this::saysNothingElse)
                || all(rest).limit(MOST_SENTENCES).flatMap(naming::clauses).anyMatch(this::turnsRound);
    }

    private boolean names(String sentence) {
        return naming.affirmed(sentence).stream()
                .filter(this::isAnother)
                .anyMatch(other -> (chosen.asksComment() && !other.asksComment()) || naming.means(sentence, other));
    }

    private boolean limits(String sentence) {
        return read(sentence).startsWithAny(list("afterthoughts"))
                || naming.clauses(sentence).limit(1).map(this::read).anyMatch(list("nots")::contains);
    }

    /** "Do not reject it"; where changes are explained, only if it says nothing else: "No changes needed". */
    private boolean turnsRound(String clause) {
        Set<WordList> phrases = naming.phrases(clause, chosen);
        WordList left = read(clause).without(phrases);
        if (!read(clause).hasAny(phrases) || !left.hasAny(list("negations"))) {
            return false;
        }
        return naming.kind(chosen).equals(Naming.CHANGES)
                ? left.without(list("negations"))
                                .without(naming.inPassing())
                                .without(list("around"))
                                .size()
                        == 0
                : naming.means(clause, chosen);
    }

    private boolean saysNothingElse(String sentence) {
        return naming.named(sentence).stream()
                .filter(this::isAnother)
                .anyMatch(other -> read(sentence)
                                .without(naming.phrases(sentence, other))
                                .without(list("fillers"))
                                .size()
                        == 0);
    }

    private String withoutDisclaimers(String text) {
        List<String> paragraphs = List.of(END_OF_PARAGRAPH.split(text));
        return Stream.concat(
                        paragraphs.stream().limit(1),
                        paragraphs.stream().skip(1).filter(paragraph -> !isDisclaimer(paragraph)))
                .collect(Collectors.joining("\n\n"));
    }

    private boolean isDisclaimer(String paragraph) {
        return paragraph.length() >= SHORTEST_DISCLAIMER
                && list("disclaimers").stream().filter(read(paragraph)::has).count() >= LEAST_OF_DISCLAIMERS;
    }

    private boolean isAnother(Outcome other) {
        return !other.equals(chosen);
    }

    private Stream<String> sentences(String text) {
        return all(text).limit(MOST_SENTENCES).filter(sentence -> !naming.isRemark(sentence));
    }

    private static Stream<String> all(String text) {
        return AnswerReader.END_OF_SENTENCE.splitAsStream(text).filter(sentence -> !sentence.isBlank());
    }

    private WordList read(String sentence) {
        return naming.read(sentence);
    }

    private Set<WordList> list(String name) {
        return naming.list(name);
    }
}
