package dev.baton.tasks;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words in their order, without case and punctuation; "don’t" is one word. */
record WordList(List<String> words) {

    static final WordList EMPTY = new WordList(List.of());

    /** Chinese and Japanese: written without spaces. */
    private static final Pattern UNSPACED = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\x{30FC}]+");

    private static final Pattern WORD = Pattern.compile(UNSPACED.pattern()
            + "|\\+1|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\x{30FC}]]+(?:['’][\\p{L}\\p{M}]+)?"
            + "|[\\x{1F44D}\\x{2705}\\x{1F44E}]");

    static final Pattern LINK = Pattern.compile("https?://\\S+", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_PHRASE = 14;

    /**
     * The words of a text; links are none.
     *
     * @param known phrases of languages without spaces; what is not among them falls into single characters
     */
    static WordList of(String text, Set<String> known) {
        List<String> words = new ArrayList<>();
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        Matcher word = WORD.matcher(LINK.matcher(plain).replaceAll(" "));
        while (word.find()) {
            if (UNSPACED.matcher(word.group()).matches()) {
                divide(word.group(), known, words);
            } else {
                words.add(word.group().replace('’', '\''));
            }
        }
        return new WordList(words);
    }

    private static void divide(String run, Set<String> known, List<String> words) {
        for (int start = 0; start < run.length(); ) {
            int end = Math.min(run.length(), start + LONGEST_PHRASE);
            while (end > start + 1 && !known.contains(run.substring(start, end))) {
                end--;
            }
            end = Math.max(end, start + Character.charCount(run.codePointAt(start)));
            words.add(run.substring(start, end));
            start = end;
        }
    }

    int size() {
        return words.size();
    }

    boolean has(WordList phrase) {
        return indexOf(phrase) >= 0;
    }

    boolean hasAny(Set<WordList> phrases) {
        Set<String> mine = new HashSet<>(words);
        return phrases.stream().anyMatch(phrase -> phrase.mayStandAmong(mine) && has(phrase));
    }

    boolean startsWithAny(Set<WordList> phrases) {
        return phrases.stream().anyMatch(phrase -> indexOf(phrase) == 0);
    }

    /** The words that belong to none of the phrases; longer phrases take theirs first. */
    WordList without(Set<WordList> phrases) {
        List<String> left = words;
        Set<String> mine = new HashSet<>(words);
        List<WordList> longestFirst = phrases.stream()
                .filter(phrase -> phrase.size() > 0 && phrase.mayStandAmong(mine) && has(phrase))
                .sorted(Comparator.comparingInt(WordList::size).reversed())
                .toList();
        for (WordList phrase : longestFirst) {
            left = without(phrase.words(), left);
        }
        return new WordList(left);
    }

    private static List<String> without(List<String> phrase, List<String> words) {
        int found = Collections.indexOfSubList(words, phrase);
        if (found < 0) {
            return words;
        }
        List<String> left = new ArrayList<>(words.subList(0, found));
        for (int at = found; at < words.size(); ) {
            int end = at + phrase.size();
            if (end <= words.size() && words.subList(at, end).equals(phrase)) {
                at = end;
            } else {
                left.add(words.get(at++));
            }
        }
        return left;
    }

    /** The words from one place to before another. */
    WordList part(int from, int to) {
        return new WordList(words.subList(from, to));
    }

    /** Where a phrase begins; negative if it is not there. */
    int indexOf(WordList phrase) {
        return Collections.indexOfSubList(words, phrase.words());
    }

    private boolean mayStandAmong(Set<String> others) {
        return words.isEmpty() || others.contains(words.get(0));
    }
}
