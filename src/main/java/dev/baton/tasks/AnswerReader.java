package dev.baton.tasks;

import dev.baton.models.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Understands a plain answer: its first own sentence names one outcome, in the model's words or in usual ones. What is
 * negated, asked, conditional or speaks of two outcomes is not understood, because asking back costs less than deciding
 * wrongly. The words are in {@code messages/tasks.properties}.
 */
@Component
class AnswerReader {

    private static final Pattern END_OF_SENTENCE = Pattern.compile("[.!?…](?=\\s|$)|\\n");
    private static final Pattern END_OF_CLAUSE = Pattern.compile("[,;:–—]|\\s-\\s");
    /** Beyond this a sentence tells a story; an outcome's word somewhere in it is no decision. */
    private static final int LONGEST_DECISION = 12;
    /** So many words beside a usual one are said in passing. */
    private static final int MOST_BESIDE = 3;
    /** Asking for changes describes them, conditions and all. */
    private static final String CHANGES = "changes";

    private final MessageSource messages;

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
        String words = withoutGreeting(text.strip(), outcomes);
        Sentence first = firstOf(words);
        WordList said = WordList.of(first.text());
        List<Outcome> named = named(said, outcomes);
        if (named.size() != 1 || first.asks() || said.size() > LONGEST_DECISION) {
            return Optional.empty();
        }
        Outcome outcome = named.get(0);
        WordList left = said.without(phrases(outcome, outcomes));
        boolean unsure = deciding(first.text(), outcome, outcomes).hasAny(list("tasks.words.negations"))
                || (!kind(outcome).equals(CHANGES) && leavesOpen(said, left, outcome))
                || (!outcome.asksComment() && saysOtherwise(first.rest(), outcome, outcomes));
        return unsure ? Optional.empty() : Optional.of(new Understood(outcome, comment(words, first, left)));
    }

    /** What stands beside the outcome and could turn it round; changes may be explained after a comma with any words. */
    private WordList deciding(String sentence, Outcome outcome, List<Outcome> outcomes) {
        Set<WordList> phrases = phrases(outcome, outcomes);
        Stream<String> clauses =
                kind(outcome).equals(CHANGES) ? Stream.of(END_OF_CLAUSE.split(sentence)) : Stream.of(sentence);
        return clauses.map(WordList::of)
                .filter(clause -> clause.hasAny(phrases))
                .findFirst()
                .orElseGet(() -> WordList.of(sentence))
                .without(phrases);
    }

    /** Conditions and plans; and a usual word with a story around it, where the model's own words would stand firm. */
    private boolean leavesOpen(WordList said, WordList left, Outcome outcome) {
        return left.hasAny(list("tasks.words.hedges"))
                || (!said.hasAny(WordList.set(Stream.of(outcome.label())))
                        && left.without(list("tasks.words.fillers")).size() > MOST_BESIDE);
    }

    /** The sentence is the comment too, unless it says nothing but the outcome. */
    private String comment(String words, Sentence first, WordList left) {
        return left.without(list("tasks.words.fillers")).size() == 0
                ? first.rest().strip()
                : words;
    }

    /** Whether the same paragraph goes on to name another outcome. */
    private boolean saysOtherwise(String rest, Outcome chosen, List<Outcome> outcomes) {
        String paragraph = rest.split("\\n\\s*\\n", 2)[0];
        return Stream.of(END_OF_SENTENCE.split(paragraph))
                .map(WordList::of)
                .filter(sentence -> !sentence.hasAny(list("tasks.words.negations")))
                .anyMatch(sentence -> named(sentence, outcomes).stream().anyMatch(outcome -> !outcome.equals(chosen)));
    }

    private List<Outcome> named(WordList said, List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> said.hasAny(phrases(outcome, outcomes)))
                .toList();
    }

    private Set<WordList> phrases(Outcome outcome, List<Outcome> outcomes) {
        Stream<String> usual = Stream.of(message("tasks.words." + kind(outcome)).split(","));
        Stream<String> only = outcomes.size() == 1
                ? Stream.of(
                                message("tasks.words.done").split(","),
                                message("tasks.words.approve").split(","))
                        .flatMap(Stream::of)
                : Stream.empty();
        return WordList.set(Stream.concat(Stream.of(outcome.label(), outcome.value()), Stream.concat(usual, only)));
    }

    private String kind(Outcome outcome) {
        return String.valueOf(
                messages.getMessage("tasks.kind." + outcome.value(), null, outcome.value(), Locale.ENGLISH));
    }

    private Set<WordList> list(String key) {
        return WordList.set(Stream.of(message(key).split(",")));
    }

    private String message(String key) {
        return String.valueOf(messages.getMessage(key, null, "", Locale.ENGLISH));
    }

    /** "Hi Nadia," on a line of its own says nothing about the task. */
    private String withoutGreeting(String text, List<Outcome> outcomes) {
        int end = text.indexOf('\n');
        if (end < 0) {
            return text;
        }
        WordList line = WordList.of(text.substring(0, end));
        boolean greeting = line.size() <= 4
                && line.startsWithAny(list("tasks.words.greetings"))
                && named(line, outcomes).isEmpty();
        return greeting ? text.substring(end).strip() : text;
    }

    /** A sentence, whether it is a question, and what follows it. */
    private record Sentence(String text, boolean asks, String rest) {}

    private static Sentence firstOf(String text) {
        Matcher end = END_OF_SENTENCE.matcher(text);
        return end.find()
                ? new Sentence(text.substring(0, end.start()), end.group().equals("?"), text.substring(end.end()))
                : new Sentence(text, false, "");
    }

    /** Words in their order, without case and punctuation; "don’t" is one word. */
    record WordList(List<String> words) {

        private static final Pattern WORD =
                Pattern.compile("\\+1|[\\p{L}\\p{N}]+(?:['’][\\p{L}]+)?|[\\x{1F44D}\\x{2705}\\x{1F44E}]");

        private static final Pattern LINK = Pattern.compile("https?://\\S+");

        /** Links are not words. */
        static WordList of(String text) {
            List<String> words = new ArrayList<>();
            Matcher word =
                    WORD.matcher(LINK.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" "));
            while (word.find()) {
                words.add(word.group().replace('’', '\''));
            }
            return new WordList(words);
        }

        static Set<WordList> set(Stream<String> phrases) {
            return phrases.map(WordList::of)
                    .filter(phrase -> phrase.size() > 0)
                    .collect(java.util.stream.Collectors.toUnmodifiableSet());
        }

        int size() {
            return words.size();
        }

        boolean hasAny(Set<WordList> phrases) {
            return phrases.stream().anyMatch(phrase -> indexOf(phrase) >= 0);
        }

        boolean startsWithAny(Set<WordList> phrases) {
            return phrases.stream().anyMatch(phrase -> indexOf(phrase) == 0);
        }

        /** The words that belong to none of the phrases; longer phrases take theirs first. */
        WordList without(Set<WordList> phrases) {
            List<String> left = new ArrayList<>(words);
            phrases.stream()
                    .sorted(Comparator.comparingInt(WordList::size).reversed())
                    .forEach(phrase -> {
                        int at = java.util.Collections.indexOfSubList(left, phrase.words());
                        while (at >= 0) {
                            left.subList(at, at + phrase.size()).clear();
                            at = java.util.Collections.indexOfSubList(left, phrase.words());
                        }
                    });
            return new WordList(left);
        }

        private int indexOf(WordList phrase) {
            return java.util.Collections.indexOfSubList(words, phrase.words());
        }
    }
}
