package dev.baton.inbox;

import dev.baton.inbox.HeaderLine.Kind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The lines that mail programs write above a quoted or forwarded mail: who wrote it, when, to whom, about what.
 *
 * @param end the first line behind it
 * @param values what they say, the first of each kind
 */
record HeaderBlock(int end, Map<Kind, String> values) {

    private static final int MOST_LINES = 40;
    private static final int LONGEST_CONTINUATION = 4;
    private static final int LONGEST_HEAD = 300;

    private static final Pattern LABELLED = Pattern.compile("\\*?\\p{L}[\\p{L} .-]{0,24}\\*?\\s?:\\*?\\s?\\S");
    private static final Pattern CLOCK = Pattern.compile("\\d{1,2}[:.]\\d{2}");
    private static final Pattern DATED = Pattern.compile("\\d{1,2}[:.]\\d{2}|(?:19|20)\\d{2}");

    /**
     * The block that begins on this line.
     *
     * @param announced whether a rule, a sentence or the HTML says that an earlier mail follows; then two lines are enough
     */
    static Optional<HeaderBlock> at(List<String> lines, int start, boolean announced) {
        Map<Kind, String> values = new EnumMap<>(Kind.class);
        int end = start;
        for (int i = start; i >= 0 && i < Math.min(lines.size(), start + MOST_LINES); i = nextHeader(lines, i + 1)) {
            Optional<HeaderLine> header = HeaderLine.in(lines.get(i));
            if (header.isEmpty() || isOfTheNext(header.get(), values)) {
                break;
            }
            values.putIfAbsent(header.get().kind(), header.get().value());
            end = i + 1;
        }
        HeaderBlock block = new HeaderBlock(withContinuation(lines, end, values), values);
        if (block.isOne(announced)) {
            return Optional.of(block);
        }
        return announced ? inAnyLanguage(lines, start) : Optional.empty();
    }

    /** In a language that we do not speak: labels and values, the first with an address, and another with a date. */
    private static Optional<HeaderBlock> inAnyLanguage(List<String> lines, int start) {
        int end = start;
        boolean dated = false;
        while (end < Math.min(lines.size(), start + MOST_LINES)
                && LABELLED.matcher(head(lines.get(end))).lookingAt()) {
            dated = dated || DATED.matcher(head(lines.get(end))).find();
            end++;
        }
        boolean found = end - start >= 3 && dated && lines.get(start).contains("@");
        String from = found ? lines.get(start) : "";
        return found
                ? Optional.of(new HeaderBlock(
                        end,
                        Map.of(Kind.FROM, from.substring(from.indexOf(':') + 1).strip())))
                : Optional.empty();
    }

    private static String head(String line) {
        return line.substring(0, Math.min(line.length(), LONGEST_HEAD));
    }

    /** A block says who wrote only once. */
    private static boolean isOfTheNext(HeaderLine header, Map<Kind, String> values) {
        return header.kind() == Kind.FROM && values.containsKey(Kind.FROM);
    }

    /** The next header line, past one empty line or a value that goes on; -1 if the block ends. */
    private static int nextHeader(List<String> lines, int from) {
        if (from < lines.size() && lines.get(from).isBlank()) {
            return from + 1 < lines.size() && HeaderLine.in(lines.get(from + 1)).isPresent() ? from + 1 : -1;
        }
        for (int i = from; i < Math.min(lines.size(), from + LONGEST_CONTINUATION); i++) {
            if (lines.get(i).isBlank()) {
                return -1;
            }
            if (HeaderLine.in(lines.get(i)).isPresent()) {
                return i;
            }
        }
        return -1;
    }

    /** Where the last line is of addresses and ends in a comma, it goes on. */
    private static int withContinuation(List<String> lines, int end, Map<Kind, String> values) {
        int last = end;
        int most = values.containsKey(Kind.FROM) ? Math.min(lines.size(), end + MOST_LINES) : end;
        while (last < most
                && !lines.get(last).isBlank()
                && (lines.get(last - 1).stripTrailing().endsWith(",")
                        || lines.get(last - 1).stripTrailing().endsWith(";"))
                && lines.get(last).contains("@")) {
            last++;
        }
        return last;
    }

    private boolean isOne(boolean announced) {
        if (!values.containsKey(Kind.FROM)) {
            return false;
        }
        long telling =
                values.keySet().stream().filter(kind -> kind != Kind.OTHER).count();
        return announced ? telling >= 2 : telling >= 3 && isOfAMail();
    }

    /**
     * Whether only a program writes so: who, when to the minute, to whom and about what. A person may write three of them,
     * of a journey or a meeting, and no address with them.
     */
    boolean isCertain() {
        boolean sent = values.containsKey(Kind.SENT);
        boolean address = hasAddress(Kind.FROM);
        String when = values.getOrDefault(Kind.SENT, values.getOrDefault(Kind.DATE, ""));
        return values.containsKey(Kind.TO)
                && CLOCK.matcher(head(when)).find()
                && (values.containsKey(Kind.SUBJECT) ? sent || address || hasAddress(Kind.TO) : sent && address);
    }

    private boolean hasAddress(Kind kind) {
        return values.getOrDefault(kind, "").contains("@");
    }

    /** Who lists where a journey begins and ends writes no address, no time of sending, and no subject with a date. */
    private boolean isOfAMail() {
        return values.containsKey(Kind.SENT)
                || hasAddress(Kind.FROM)
                || hasAddress(Kind.TO)
                || (values.containsKey(Kind.SUBJECT) && values.containsKey(Kind.DATE));
    }
}
