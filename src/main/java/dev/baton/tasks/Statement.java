package dev.baton.tasks;

import dev.baton.models.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sentence that names an outcome, and what in it leaves open whether it is meant: a negation, a condition, somebody else
 * who decided, a yes that may only say that the mail came.
 *
 * @param text the sentence
 * @param says the same without what only says that there is nothing else
 */
record Statement(Naming naming, Outcome outcome, String text, String says) {

    /** A name may stand before a colon: "Tom: approved" is Tom's word. */
    private static final Pattern END_OF_PART = Pattern.compile("[,;，；、]");

    private static final Pattern NAME = Pattern.compile("\\p{Lu}[\\p{Ll}\\p{M}'’-]+");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private static final Pattern DIGIT = Pattern.compile("\\p{N}");

    /** So many words beside a usual one are said in passing. */
    private static final int MOST_BESIDE = 3;

    /** Whoever is thanked or greeted: "Thanks, dear Nadia". */
    private static final int LONGEST_NAME = 2;

    boolean isUnsure() {
        if (!naming.means(says, outcome) || deciding().hasAny(list("negations"))) {
            return true;
        }
        return asksForChanges()
                ? naming.clauses(text).anyMatch(clause -> naming.isRemark(clause) && naming.names(clause, outcome))
                : leavesOpen() || isOfSomebodyElse() || (mustStandAlone() && !standsAlone());
    }

    /** Asking for changes describes them, conditions and all. */
    private boolean asksForChanges() {
        return naming.kind(outcome).equals(Naming.CHANGES);
    }

    /** What stands beside the outcome and could turn it round; changes may be explained after a comma with any words. */
    private WordList deciding() {
        Stream<String> clauses = asksForChanges() ? naming.clauses(says) : Stream.of(says);
        return clauses.map(naming::read)
                .filter(clause -> clause.hasAny(phrases()))
                .findFirst()
                .orElseGet(() -> naming.read(says))
                .without(phrases());
    }

    /** Conditions and plans; and a usual word with a story around it, where the model's own words would stand firm. */
    private boolean leavesOpen() {
        WordList left = naming.read(says).without(phrases());
        WordList beside = left.without(list("fillers"));
        return beside.hasAny(list("hedges"))
                || left.hasAny(list("unsettled"))
                || (!naming.read(says).has(naming.read(outcome.label())) && beside.size() > MOST_BESIDE);
    }

    /** "Tom approved", "approved by Tom": what somebody else decided. */
    private boolean isOfSomebodyElse() {
        return Stream.of(END_OF_PART.split(says)).anyMatch(this::tellsOfSomebody);
    }

    private boolean tellsOfSomebody(String part) {
        WordList said = naming.read(part);
        Optional<WordList> named = phrases().stream()
                .filter(said::has)
                .min(Comparator.comparingInt(said::indexOf)
                        .thenComparing(Comparator.comparingInt(WordList::size).reversed()));
        return named.isPresent()
                && (isSomebody(said.part(0, said.indexOf(named.get())))
                        || isBySomebody(said.part(
                                said.indexOf(named.get()) + named.get().size(), said.size()))
                        || isNamed(part, named.get()));
    }

    /** Whether something else than the work and the writer stands before the outcome. */
    private boolean isSomebody(WordList before) {
        int from = Stream.iterate(before.size(), at -> at > 0, at -> at - 1)
                .filter(at -> list("ands").contains(before.part(at - 1, at)))
                .findFirst()
                .orElse(0);
        WordList subject = before.part(from, before.size());
        boolean self = subject.size() > 0 && list("selves").contains(subject.part(subject.size() - 1, subject.size()));
        return !self && isUnknown(subject.without(list("things")));
    }

    private boolean isBySomebody(WordList after) {
        return list("agents").stream()
                .filter(after::has)
                .anyMatch(by -> isUnknown(
                        after.part(after.indexOf(by) + by.size(), after.size()).without(list("selves"))));
    }

    /** A word in capitals right behind the outcome, no comma between. */
    private boolean isNamed(String part, WordList phrase) {
        List<String> words = List.of(BLANKS.split(part.strip()));
        return Stream.iterate(1, at -> at < words.size(), at -> at + 1)
                .filter(at -> NAME.matcher(words.get(at)).matches())
                .filter(at -> endsWith(naming.read(words.get(at - 1)), phrase))
                .anyMatch(at -> isUnknown(naming.read(words.get(at)).without(list("things"))));
    }

    private static boolean endsWith(WordList word, WordList phrase) {
        return word.size() > 0 && word.equals(phrase.part(phrase.size() - 1, phrase.size()));
    }

    /** A mere yes may say that the mail came; and where it was said that there is nothing else, there must be none. */
    private boolean mustStandAlone() {
        return !says.equals(text)
                || (naming.kind(outcome).equals(Naming.APPROVE)
                        && !naming.read(says).without(list("mere")).hasAny(phrases()));
    }

    private boolean standsAlone() {
        List<String> parts =
                naming.clauses(says).filter(part -> !part.isBlank()).toList();
        return Stream.iterate(0, at -> at < parts.size(), at -> at + 1)
                .allMatch(at -> isInPassing(naming.read(parts.get(at)), at == 0 && parts.size() > 1));
    }

    /** Thanks and greetings with a name, praise, or the name of whoever is spoken to at the beginning. */
    private boolean isInPassing(WordList part, boolean first) {
        boolean names = part.hasAny(phrases());
        WordList beside = part.without(phrases());
        WordList told = says.equals(text) && names ? beside.without(list("things")) : beside;
        WordList left = unknown(told);
        return left.size() == 0
                || (left.size() <= LONGEST_NAME && part.hasAny(list("greetings")))
                || (first && !names && part.size() == 1);
    }

    private boolean isUnknown(WordList words) {
        return unknown(words).size() > 0;
    }

    private WordList unknown(WordList words) {
        WordList left = words.without(phrases()).without(naming.inPassing());
        return new WordList(left.words().stream()
                .filter(word -> !DIGIT.matcher(word).find())
                .collect(Collectors.toList()));
    }

    private Set<WordList> phrases() {
        return naming.phrases(says, outcome);
    }

    private Set<WordList> list(String name) {
        return naming.list(name);
    }
}
