package dev.baton.inbox;

import dev.baton.inbox.BodyLine.Origin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Answers that were typed into a quote and are told from it by their colour, by the mail program's mark for what is typed,
 * or by the name that Outlook puts before them ("Mark my comments with").
 */
final class TypedAnswers {

    /** More pens than these are the quoted mail's own colours. */
    private static final int MOST_PENS = 2;

    private static final int LONGEST_START = 60;

    /** {@code [Nadia Fischer] yes}, {@code ==> yes}; not {@code [EXTERNAL]} and {@code [cid:…]}. */
    private static final Pattern SIGNED = Pattern.compile(
            "(?:\\[\\p{Lu}\\p{Ll}[\\p{L} .'-]{1,40}\\]|\\[\\p{Lu}{2,3}\\]|={1,3}>|-{2,3}>)\\s{0,3}(?=\\S)");

    private TypedAnswers() {}

    /**
     * Which of these lines are answers, each with where in it the answer begins.
     *
     * @param lines a quoted mail from its first line
     * @param where which of its lines to look at; those quoted twice are somebody else's
     */
    static Map<Integer, Integer> in(List<BodyLine> lines, Predicate<BodyLine> where) {
        Set<String> pens = pens(lines.stream()
                .filter(line -> !line.isBlank() && where.test(line))
                .toList());
        Map<Integer, Integer> answers = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            BodyLine line = lines.get(i);
            if (!line.isBlank() && where.test(line)) {
                int signed = signed(line);
                boolean coloured = pens.contains(line.pen()) && endsSomething(line.asked());
                if (signed >= 0 || coloured) {
                    answers.put(i, signed >= 0 ? signed : line.penFrom());
                }
            }
        }
        return answers;
    }

    /** Whether the lines that begin with {@code >>} are answers: nothing else of the quoted mail has such a mark. */
    static boolean areAfterArrows(List<BodyLine> lines) {
        return lines.stream().noneMatch(BodyLine::isQuotedOnce)
                && lines.stream().anyMatch(line -> line.is(Origin.QUOTED))
                && lines.stream().anyMatch(line -> !line.is(Origin.QUOTED) && !line.isBlank());
    }

    /** The pens that answers are written in: none that the quoted mail begins with, and few. */
    private static Set<String> pens(List<BodyLine> lines) {
        Set<String> pens = lines.stream().map(BodyLine::pen).collect(Collectors.toSet());
        pens.remove("");
        if (!lines.isEmpty() && lines.get(0).penFrom() == 0) {
            pens.remove(lines.get(0).pen());
        }
        return pens.size() <= MOST_PENS && lines.size() > 1 ? pens : Set.of();
    }

    private static boolean endsSomething(String before) {
        return before.isEmpty() || ".?!:;)-–？！。：）".indexOf(before.charAt(before.length() - 1)) >= 0;
    }

    /** Where the answer begins behind the name or the arrow before it; -1 if there is none. */
    private static int signed(BodyLine line) {
        if (line.is(Origin.QUOTED) && !line.isQuotedOnce()) {
            return 0;
        }
        int margin = line.text().length() - line.withoutMargin().length();
        String text = line.withoutMargin();
        if (text.isEmpty() || "[=-".indexOf(text.charAt(0)) < 0) {
            return -1;
        }
        Matcher matcher = SIGNED.matcher(text.substring(0, Math.min(text.length(), LONGEST_START)));
        return matcher.lookingAt() ? margin + matcher.end() : -1;
    }
}
