package dev.baton.tasks;

import dev.baton.models.Outcome;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Understands a plain answer in the languages of {@link AnswerWords}: its first own sentence names one outcome, in the
 * model's words or in usual ones. What is negated, asked, conditional or speaks of two outcomes is not understood, because
 * asking back costs less than deciding wrongly.
 */
@Component
class AnswerReader {

    private static final Pattern END_OF_SENTENCE = Pattern.compile("[.!?…](?=\\s|$)|[。！？]|\\n");
    private static final Pattern END_OF_CLAUSE = Pattern.compile("[,;:–—，、；：]|\\s-\\s");

    /** Beyond this a sentence tells a story; an outcome's word somewhere in it is no decision. */
    private static final int LONGEST_DECISION = 12;

    /** So many words beside a usual one are said in passing. */
    private static final int MOST_BESIDE = 3;

    private static final int LONGEST_GREETING = 4;
    private static final int MOST_SENTENCES = 50;

    /** A line of so many characters may have been broken by a mail program. */
    private static final int WRAPPED = 50;

    /** Asking for changes describes them, conditions and all. */
    private static final String CHANGES = "changes";

    /** "OK" to work that is asked for may mean that it will be done. */
    private static final String DONE = "done";

    private final MessageSource messages;
    private final AnswerWords words = new AnswerWords();

    AnswerReader(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * An answer that was understood.
     *
     * @param comment what it says beyond the outcome; empty if nothing
     */
    record Understood(Outcome outcome, String comment) {}

    /** The outcome that the answer names and what else it says; nothing if it is not clear. */
    Optional<Understood> read(String text, List<Outcome> outcomes) {
        String said = unwrapped(withoutGreetings(text.strip(), outcomes));
        Sentence first = Sentence.firstOf(said);
        List<Outcome> named = named(first.text(), outcomes);
        if (named.size() != 1 || first.asks() || words.read(first.text()).size() > LONGEST_DECISION) {
            return Optional.empty();
        }
        Outcome outcome = named.get(0);
        WordList left = words.read(first.text()).without(phrases(first.text(), outcome, outcomes));
        boolean unsure = deciding(first.text(), outcome, outcomes).hasAny(words.of("negations"))
                || (!kind(outcome).equals(CHANGES) && leavesOpen(first.text(), left, outcome))
                || (!outcome.asksComment() && saysOtherwise(first.rest(), outcome, outcomes));
        return unsure ? Optional.empty() : Optional.of(new Understood(outcome, comment(said, first, left)));
    }

    /** What stands beside the outcome and could turn it round; changes may be explained after a comma with any words. */
    private WordList deciding(String sentence, Outcome outcome, List<Outcome> outcomes) {
        Set<WordList> phrases = phrases(sentence, outcome, outcomes);
        Stream<String> clauses =
                kind(outcome).equals(CHANGES) ? Stream.of(END_OF_CLAUSE.split(sentence)) : Stream.of(sentence);
        return clauses.map(words::read)
                .filter(clause -> clause.hasAny(phrases))
                .findFirst()
                .orElseGet(() -> words.read(sentence))
                .without(phrases);
    }

    /** Conditions and plans; and a usual word with a story around it, where the model's own words would stand firm. */
    private boolean leavesOpen(String sentence, WordList left, Outcome outcome) {
        WordList beside = left.without(words.of("fillers"));
        return beside.hasAny(words.of("hedges"))
                || (!words.read(sentence).hasAny(Set.of(words.read(outcome.label()))) && beside.size() > MOST_BESIDE);
    }

    /** The sentence is the comment too, unless it says nothing but the outcome. */
    private String comment(String said, Sentence first, WordList left) {
        return left.without(words.of("fillers")).size() == 0 ? first.rest().strip() : said;
    }

    /** Whether the same paragraph goes on to name another outcome, or anything after it takes it back. */
    private boolean saysOtherwise(String rest, Outcome chosen, List<Outcome> outcomes) {
        String paragraph = rest.split("\\n\\s*\\n", 2)[0];
        return Stream.of(END_OF_SENTENCE.split(paragraph))
                        .anyMatch(sentence ->
                                named(sentence, outcomes).stream().anyMatch(outcome -> !outcome.equals(chosen)))
                || END_OF_SENTENCE
                        .splitAsStream(rest)
                        .limit(MOST_SENTENCES)
                        .anyMatch(sentence -> words.read(sentence).startsWithAny(words.of("afterthoughts")));
    }

    /** Lines that a mail program broke made whole: long ones, and where the next goes on in small letters. */
    private static String unwrapped(String text) {
        StringBuilder whole = new StringBuilder();
        String before = "";
        for (String line : text.split("\n", -1)) {
            boolean goesOn = !before.isBlank()
                    && !line.isBlank()
                    && (before.length() >= WRAPPED
                            || Character.isLowerCase(line.strip().codePointAt(0)));
            whole.append(whole.isEmpty() ? "" : goesOn ? " " : "\n").append(line);
            before = line;
        }
        return whole.toString();
    }

    private List<Outcome> named(String sentence, List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(outcome ->
                        withoutOthers(sentence, outcome, outcomes).hasAny(phrases(sentence, outcome, outcomes)))
                .toList();
    }

    /** "Todavía no" asks for changes; the "no" in it rejects nothing. */
    private WordList withoutOthers(String sentence, Outcome outcome, List<Outcome> outcomes) {
        Set<WordList> others = outcomes.stream()
                .filter(other -> !other.equals(outcome))
                .flatMap(other -> phrases(sentence, other, outcomes).stream())
                .filter(phrase -> phrase.size() > 1)
                .collect(Collectors.toSet());
        return words.read(sentence).without(others);
    }

    /** The phrases that mean the outcome in this sentence. */
    private Set<WordList> phrases(String sentence, Outcome outcome, List<Outcome> outcomes) {
        Set<WordList> all = new HashSet<>(words.meaning(
                outcome, kind(outcome), outcomes.size() == 1 && !kind(outcome).equals(DONE)));
        WordList begins = words.read(END_OF_CLAUSE.split(sentence, 2)[0]).without(words.of("fillers"));
        if (words.of("alone." + kind(outcome)).contains(begins)) {
            all.add(begins);
        }
        return all;
    }

    private String kind(Outcome outcome) {
        return String.valueOf(
                messages.getMessage("tasks.kind." + outcome.value(), null, outcome.value(), Locale.ENGLISH));
    }

    /** "Hi Nadia," on a line of its own says nothing about the task. */
    private String withoutGreetings(String text, List<Outcome> outcomes) {
        String left = text;
        for (int end = left.indexOf('\n');
                end >= 0 && greets(left.substring(0, end), outcomes);
                end = left.indexOf('\n')) {
            left = left.substring(end).strip();
        }
        return left;
    }

    private boolean greets(String line, List<Outcome> outcomes) {
        WordList said = words.read(line);
        boolean greeting = said.hasAny(words.of("courtesies"))
                || (said.size() <= LONGEST_GREETING && said.startsWithAny(words.of("greetings")));
        return greeting && named(line, outcomes).isEmpty();
    }

    /** A sentence, whether it is a question, and what follows it. */
    private record Sentence(String text, boolean asks, String rest) {

        private static final List<String> QUESTION = Arrays.asList("?", "？");

        static Sentence firstOf(String text) {
            Matcher end = END_OF_SENTENCE.matcher(text);
            return end.find()
                    ? new Sentence(
                            text.substring(0, end.start()), QUESTION.contains(end.group()), text.substring(end.end()))
                    : new Sentence(text, false, "");
        }
    }
}
