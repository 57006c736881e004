package dev.baton.inbox;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lines with words that another text lacks, where two texts should say the same. */
final class MissingLines {

    /** What one part of a mail shows and the other hides: targets of links, names of pictures, numbers of a list. */
    private static final Pattern NO_WORDS = Pattern.compile(
            "https?://[^\\s<>\\[\\]]{1,3000}|mailto:[^\\s<>]{1,300}|\\[(?:cid:|image)[^\\[\\]]{0,300}\\]"
                    + "|(?<![^\\n])\\s{0,8}\\(?\\d{1,2}[.)](?=\\s)",
            Pattern.CASE_INSENSITIVE);

    private MissingLines() {}

    /** The lines of the one text that have a word which is nowhere in the other. */
    static String of(String text, String other) {
        if (Wording.isSame(text, other)) {
            return "";
        }
        Set<String> known = new HashSet<>(Wording.of(other).counts().keySet());
        known.addAll(words(other)); // A word may stand right before a link.
        return text.lines().filter(line -> !known.containsAll(words(line))).collect(Collectors.joining("\n"));
    }

    private static Set<String> words(String line) {
        return Wording.of(NO_WORDS.matcher(line).replaceAll(" ")).counts().keySet();
    }
}
