package dev.baton.engine;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The part of FEEL (DMN 1.3, chapter 10) that decision tables are written in: values, comparisons, ranges and lists,
 * arithmetic, and functions that ask for something. What repeats, nests or grows without end ({@code for}, {@code some},
 * contexts, functions of one's own, filters, powers, regular expressions) is left out: a rule of one line could keep a
 * machine busy for years.
 */
public final class FeelSubset {

    private static final int LONGEST = 4_000;

    /** Ranges such as {@code ]1..5[} open with what closes a list, so the count is not exact; nor need it be. */
    private static final int DEEPEST = 20;

    private static final Pattern QUOTED =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|`[^`]*+`|//[^\n]*+|/\\*(?:[^*]|\\*(?!/))*+\\*/");
    private static final Pattern REPEATS =
            Pattern.compile("\\b(?:for|some|every|function|external)\\b|\\*\\*|[{}]", Pattern.CASE_INSENSITIVE);

    private static final String[] BEFORE_BRACKETS = {"and", "or", "in", "if", "then", "else", "between", "not"};

    private static final String[] FUNCTIONS = {
        "not",
        "date",
        "time",
        "date and time",
        "duration",
        "years and months duration",
        "now",
        "today",
        "string",
        "contains",
        "starts with",
        "ends with",
        "string length",
        "upper case",
        "lower case",
        "substring",
        "substring before",
        "substring after",
        "list contains",
        "count",
        "min",
        "max",
        "sum",
        "mean",
        "all",
        "any",
        "abs",
        "day of week",
        "day of year",
        "week of year",
        "month of year",
        "is empty",
        "is defined",
        "trim"
    };

    private FeelSubset() {}

    /** What in the expression goes beyond the subset, as it stands there; nothing if it can be used. */
    public static Optional<String> beyond(String expression) {
        if (expression.length() > LONGEST) {
            return Optional.of(Weight.shortened(expression));
        }
        String bare = QUOTED.matcher(expression).replaceAll(FeelSubset::placeholder);
        Matcher repeats = REPEATS.matcher(bare);
        return repeats.find() ? Optional.of(repeats.group()) : calls(bare);
    }

    /** A text, a name in backticks (which nothing may be called by), or a comment, which separates. */
    private static String placeholder(java.util.regex.MatchResult quoted) {
        return switch (quoted.group().charAt(0)) {
            case '"' -> "\"\"";
            case '`' -> "x";
            default -> " ";
        };
    }

    private static Optional<String> calls(String bare) {
        int open = 0;
        for (int i = 0; i < bare.length(); i++) {
            char bracket = bare.charAt(i);
            open += bracket == ')' || bracket == ']' ? -1 : 0;
            if (bracket == '(' || bracket == '[') {
                if (++open > DEEPEST) {
                    return Optional.of(String.valueOf(bracket).repeat(DEEPEST));
                }
                String before = bare.substring(0, i).stripTrailing();
                if (!mayStand(bracket, before)) {
                    return Optional.of(before.substring(Math.max(0, before.length() - 20)) + bracket);
                }
            }
        }
        return Optional.empty();
    }

    /** A bracket opens a list, a range or a group, or holds what a known function is asked. */
    private static boolean mayStand(char bracket, String before) {
        char last = before.isEmpty() ? ' ' : before.charAt(before.length() - 1);
        if (last == ')' || last == ']' || last == '"') {
            return false;
        }
        return !Character.isLetterOrDigit(last) && last != '_'
                || endsWith(before, BEFORE_BRACKETS)
                || (bracket == '(' && endsWith(before, FUNCTIONS));
    }

    private static boolean endsWith(String before, String[] words) {
        String lower = before.toLowerCase(Locale.ROOT).replaceAll("\\s", " ");
        return Stream.of(words)
                .anyMatch(word -> lower.endsWith(word)
                        && (lower.length() == word.length()
                                || !Character.isLetterOrDigit(lower.charAt(lower.length() - word.length() - 1))));
    }
}
