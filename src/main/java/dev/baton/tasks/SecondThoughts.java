package dev.baton.tasks;

import dev.baton.models.Outcome;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether what follows the sentence that names an outcome takes it back. Where the outcome asks for words, these may speak
 * of other outcomes and limit what is wanted; so they count only in the same paragraph, or if they say nothing else.
 */
record SecondThoughts(Naming naming, Outcome chosen) {

    private static final Pattern END_OF_PARAGRAPH = Pattern.compile("\\n\\s{0,200}\\n");
    private static final int MOST_SENTENCES = 50;

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
        return AnswerReader.END_OF_SENTENCE
                                .splitAsStream(rest)
                                .filter(sentence -> !sentence.isBlank())
                                .count()
                        > MOST_SENTENCES
                || sentences(paragraph)
                        .anyMatch(sentence -> naming.named(sentence).stream().anyMatch(this::isAnother))
                || sentences(rest)
                        .map(this::read)
                        .anyMatch(sentence -> sentence.startsWithAny(list("afterthoughts"))
                                || sentence.startsWithAny(list("conditions"))
                                || sentence.startsWithAny(list("nots")));
    }

    private boolean followComment(String said, String first, String rest) {
        String paragraph = END_OF_PARAGRAPH.split(said, 2)[0];
        String further = paragraph.substring(Math.min(paragraph.length(), first.length()));
        return sentences(further).anyMatch(sentence -> names(sentence) || limits(sentence))
                || sentences(rest).anyMatch(this::saysNothingElse);
    }

    private boolean names(String sentence) {
        return naming.affirmed(sentence).stream()
                .filter(this::isAnother)
                .anyMatch(other -> !other.asksComment() || naming.means(sentence, other));
    }

    private boolean limits(String sentence) {
        return read(sentence).startsWithAny(list("afterthoughts"))
                || naming.clauses(sentence).limit(1).map(this::read).anyMatch(list("nots")::contains);
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

    private boolean isAnother(Outcome other) {
        return !other.equals(chosen);
    }

    private Stream<String> sentences(String text) {
        return AnswerReader.END_OF_SENTENCE
                .splitAsStream(text)
                .filter(sentence -> !sentence.isBlank())
                .limit(MOST_SENTENCES)
                .filter(sentence -> !naming.isRemark(sentence));
    }

    private WordList read(String sentence) {
        return naming.words().read(sentence);
    }

    private Set<WordList> list(String name) {
        return naming.words().of(name);
    }
}
