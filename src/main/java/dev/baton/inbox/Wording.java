package dev.baton.inbox;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** How often each word stands in a text; where a script has no spaces, each of its characters is a word. */
record Wording(Map<String, Integer> counts) {

    static Wording of(String text) {
        Map<String, Integer> counts = new HashMap<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            boolean partOfWord = Character.isLetterOrDigit(c) && !isAlone(c);
            if (!partOfWord && start >= 0) {
                counts.merge(text.substring(start, i).toLowerCase(Locale.ROOT), 1, Integer::sum);
            }
            start = partOfWord ? (start < 0 ? i : start) : -1;
            if (isAlone(c)) {
                counts.merge(String.valueOf(c), 1, Integer::sum);
            }
        }
        return new Wording(counts);
    }

    /** Whether two texts have the same letters and digits in the same order, whatever stands between them. */
    static boolean isSame(String one, String other) {
        int i = next(one, 0);
        int j = next(other, 0);
        while (i < one.length() && j < other.length() && one.charAt(i) == other.charAt(j)) {
            i = next(one, i + 1);
            j = next(other, j + 1);
        }
        return i == one.length() && j == other.length();
    }

    private static int next(String text, int from) {
        int i = from;
        while (i < text.length() && !Character.isLetterOrDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isAlone(char c) {
        return c >= 0x2e80 && Character.isLetterOrDigit(c);
    }

    int size() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many words are here that are not there. */
    int beyond(Wording other) {
        return counts.entrySet().stream()
                .mapToInt(word -> Math.max(0, word.getValue() - other.counts.getOrDefault(word.getKey(), 0)))
                .sum();
    }

    Wording and(Wording other) {
        Map<String, Integer> sum = new HashMap<>(counts);
        other.counts.forEach((word, count) -> sum.merge(word, count, Integer::sum));
        return new Wording(sum);
    }
}
