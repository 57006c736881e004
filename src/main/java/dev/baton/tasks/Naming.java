package dev.baton.tasks;

import dev.baton.models.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/**
 * By which words a sentence names the outcomes of a task, and whether it means one or only speaks of it: "Changes, please"
 * asks for changes, "The changes are great" does not.
 */
final class Naming {

    private static final Pattern END_OF_CLAUSE = Pattern.compile("[,;:–—，、；：]|\\s-\\s");

    /** "OK" to work that is asked for may mean that it will be done. */
    private static final String DONE = "done";

    static final String APPROVE = "approve";
    static final String CHANGES = "changes";

    private static final int SHORT_CLAUSE = 2;

    private final AnswerWords words;
    private final List<Outcome> outcomes;
    private final Map<Outcome, String> kinds = new HashMap<>();
    private final Map<Outcome, Set<WordList>> meanings = new HashMap<>();
    private final Map<String, WordList> read = new HashMap<>();

    Naming(AnswerWords words, MessageSource messages, List<Outcome> outcomes) {
        this.words = words;
        this.outcomes = outcomes;
        for (Outcome outcome : outcomes) {
            String kind = String.valueOf(
                    messages.getMessage("tasks.kind." + outcome.value(), null, outcome.value(), Locale.ENGLISH));
            kinds.put(outcome, kind);
            meanings.put(outcome, words.meaning(outcome, kind, outcomes.size() == 1 && !kind.equals(DONE)));
        }
    }

    WordList read(String text) {
        return read.computeIfAbsent(text, words::read);
    }

    /** Words that say nothing about the task. */
    Set<WordList> inPassing() {
        return words.inPassing();
    }

    Set<WordList> list(String name) {
        return words.of(name);
    }

    /** The outcomes it speaks of. */
    List<Outcome> named(String sentence) {
        return outcomes.stream().filter(outcome -> names(sentence, outcome)).toList();
    }

    /** Those that it speaks of in a clause without a negation. */
    Set<Outcome> affirmed(String sentence) {
        return clauses(sentence)
                .filter(clause -> !read(clause).without(firmPhrases(clause)).hasAny(words.of("negations")))
                .flatMap(clause -> named(clause).stream())
                .collect(Collectors.toSet());
    }

    private Set<WordList> firmPhrases(String clause) {
        return outcomes.stream()
                .flatMap(outcome -> phrases(clause, outcome).stream())
                .collect(Collectors.toSet());
    }

    /** Whether it means this outcome: by firm words, by bare ones that stand alone, or by saying what to do. */
    boolean means(String sentence, Outcome outcome) {
        Set<WordList> firm = new HashSet<>(phrases(sentence, outcome));
        Set<WordList> bare = new HashSet<>(firm);
        bare.retainAll(words.bare());
        Set<WordList> verbs = new HashSet<>(firm);
        verbs.retainAll(words.verbs());
        firm.removeAll(bare);
        firm.removeAll(verbs);
        return withoutOthers(sentence, outcome).hasAny(firm) || asksFor(bare, sentence) || tellsTo(verbs, sentence);
    }

    private boolean asksFor(Set<WordList> bare, String sentence) {
        List<WordList> clauses =
                new ArrayList<>(clauses(sentence).map(this::read).toList());
        clauses.add(WordList.EMPTY);
        return Stream.iterate(0, next -> next < clauses.size() - 1, next -> next + 1)
                .anyMatch(at -> standsAlone(bare, clauses.get(at)) && !turnsRound(clauses.get(at + 1)));
    }

    private boolean standsAlone(Set<WordList> bare, WordList clause) {
        return clause.hasAny(bare)
                && clause.without(bare).without(words.of("beside")).size() == 0;
    }

    /** "Changes: none", "Changes, great": it was not the changes that are wanted. */
    private boolean turnsRound(WordList next) {
        return next.size() <= SHORT_CLAUSE
                && (next.startsWithAny(words.of("negations")) || next.hasAny(words.of("praise")));
    }

    private boolean tellsTo(Set<WordList> verbs, String sentence) {
        return clauses(sentence)
                .map(this::read)
                .filter(clause -> !clause.hasAny(words.of("hedges")))
                .anyMatch(clause ->
                        clause.startsWithAny(verbs) || (clause.hasAny(words.of("please")) && clause.hasAny(verbs)));
    }

    Stream<String> clauses(String sentence) {
        return Stream.of(END_OF_CLAUSE.split(sentence));
    }

    /** "Approved, nothing to add": the sentence without what only says that there is nothing else. */
    String withoutRemarks(String sentence) {
        List<String> telling = clauses(sentence)
                .filter(clause -> !isRemark(clause) && !clause.isBlank())
                .toList();
        return telling.isEmpty() || clauses(sentence).noneMatch(this::isRemark) ? sentence : String.join(", ", telling);
    }

    /** Whether this only says that there is nothing else: "I have no comments". */
    boolean isRemark(String clause) {
        WordList said = read(clause);
        return words.of("remarks").stream()
                .anyMatch(remark -> remark.equals(said)
                        || (said.has(remark)
                                && said.without(Set.of(remark))
                                                .without(words.of("fillers"))
                                                .without(words.of("around"))
                                                .size()
                                        == 0));
    }

    boolean names(String sentence, Outcome outcome) {
        return withoutOthers(sentence, outcome).hasAny(phrases(sentence, outcome));
    }

    /** "Todavía no" asks for changes; the "no" in it rejects nothing. */
    private WordList withoutOthers(String sentence, Outcome outcome) {
        WordList said = read(sentence);
        Set<WordList> others = outcomes.stream()
                .filter(other -> !other.equals(outcome))
                .flatMap(other -> phrases(sentence, other).stream())
                .filter(phrase -> phrase.size() > 1 && said.has(phrase))
                .collect(Collectors.toSet());
        return said.without(others);
    }

    /** The phrases that mean the outcome in this sentence, or speak of it. */
    Set<WordList> phrases(String sentence, Outcome outcome) {
        Set<WordList> meaning = meanings.getOrDefault(outcome, Set.of());
        WordList begins = read(END_OF_CLAUSE.split(sentence, 2)[0]).without(words.of("fillers"));
        if (!words.of("alone." + kind(outcome)).contains(begins)) {
            return meaning;
        }
        Set<WordList> all = new HashSet<>(meaning);
        all.add(begins);
        return all;
    }

    String kind(Outcome outcome) {
        return kinds.getOrDefault(outcome, outcome.value());
    }
}
