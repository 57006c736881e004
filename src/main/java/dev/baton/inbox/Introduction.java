package dev.baton.inbox;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The sentence by which mail programs introduce a quote, as "On Monday, 2 March 2026, Tom wrote:". It is known by its
 * build, in any language: a date and somebody's name or address, mostly the word for writing, and a colon.
 *
 * @param start its first line
 * @param end the first line behind it
 */
record Introduction(int start, int end) {

    private static final int LONGEST = 500;
    private static final int MOST_LINES = 4;
    private static final int FEW_WORDS = 5;

    private static final String LAST_CHARACTERS = ":：>道-た";

    private static final Pattern WROTE =
            Pattern.compile("(?<!\\p{L})(?:" + any("wrote") + ")(?!\\p{L})|" + any("wrote.anywhere"));
    private static final Pattern INTRODUCES = Pattern.compile("(?:" + any("introduces") + ")(?!\\p{L})");
    private static final Pattern QUOTING = Pattern.compile("(?:" + any("quoting") + ")(?!\\p{L})");

    /** A day first, with or without its name, as in {@code pon., 2 mar} and {@code 02.03.2026}. */
    private static final Pattern DAY = Pattern.compile("(?:\\p{L}{1,12}[.,]{0,2} )?\\(?\\d");

    private static final Pattern CLOCK = Pattern.compile("\\d{1,2}\\s?[:.h時时시点]\\s?\\d{2}");
    private static final Pattern DATE =
            Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?!\\d)|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2}");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>]{1,64}@[^\\s@<>]{1,200}");

    private static String any(String list) {
        return MailWords.of(list).stream().map(Pattern::quote).collect(Collectors.joining("|"));
    }

    /** Whether a line ends as introductions do. */
    static boolean endsLikeOne(String line) {
        String end = line.strip();
        return !end.isEmpty() && LAST_CHARACTERS.indexOf(end.charAt(end.length() - 1)) >= 0;
    }

    /**
     * The introduction that ends on this line. Programs wrap it over up to four lines: as few are taken as make one.
     *
     * @param free whether a line is still nobody's
     * @param beforeQuote whether a quoted line follows; if none does, more must be told to be believed
     */
    static Optional<Introduction> endingAt(List<String> lines, int last, IntPredicate free, boolean beforeQuote) {
        if (!endsLikeOne(lines.get(last))) {
            return Optional.empty();
        }
        String joined = "";
        for (int start = last; start >= 0 && last - start < MOST_LINES; start--) {
            String line = lines.get(start).strip();
            boolean another = start < last && endsLikeOne(line) && !line.endsWith(">") && !line.endsWith("-");
            if (!free.test(start) || line.isEmpty() || another || line.length() + joined.length() > LONGEST) {
                return Optional.empty();
            }
            joined = line + (joined.isEmpty() ? "" : " " + joined);
            String said = Separator.between(joined);
            if (beforeQuote ? introduces(said) : isSure(said)) {
                int above = last - MOST_LINES + 1;
                int begin = begin(lines, start, Math.max(above, 0), free);
                return Optional.of(new Introduction(withName(lines, begin, free), last + 1));
            }
        }
        return Optional.empty();
    }

    /** Whether the line is an introduction that runs on into the quote (Yahoo's app). */
    static boolean runsOn(String line) {
        int end = line.indexOf(":   ");
        if (end < 0 || end > LONGEST) {
            return false;
        }
        String said = MailWords.normal(line.substring(0, end));
        return INTRODUCES.matcher(said).lookingAt() && ADDRESS.matcher(said).find() && isSure(said);
    }

    private static boolean introduces(String said) {
        boolean address = hasAddress(said);
        boolean digits = hasDigit(said);
        boolean few = said.split(" ", FEW_WORDS + 1).length <= FEW_WORDS;
        if (!address && !digits && !few && !QUOTING.matcher(said).lookingAt()) {
            return false;
        }
        boolean wrote = WROTE.matcher(said).find();
        boolean clock = CLOCK.matcher(said).find();
        boolean date = DATE.matcher(said).find();
        boolean begins =
                INTRODUCES.matcher(said).lookingAt() || DAY.matcher(said).lookingAt();
        return (wrote && (digits || address || few))
                || (address && (clock || date))
                || (begins && clock && date)
                || QUOTING.matcher(said).lookingAt();
    }

    /** Whether it says that somebody wrote, and when, as only a machine does; some say it with the colon alone. */
    private static boolean isSure(String said) {
        if (!hasDigit(said)) {
            return false;
        }
        boolean address = hasAddress(said);
        boolean wordless = said.endsWith(">")
                && DAY.matcher(said).lookingAt()
                && DATE.matcher(said).find()
                && CLOCK.matcher(said).find();
        return (address && wordless) || saysWhoAndWhen(said, address);
    }

    private static boolean saysWhoAndWhen(String said, boolean address) {
        return WROTE.matcher(said).find()
                && (CLOCK.matcher(said).find() || (address && DATE.matcher(said).find()))
                && (address
                        || INTRODUCES.matcher(said).lookingAt()
                        || DAY.matcher(said).lookingAt());
    }

    /** Where a line above begins as an introduction does, and the sentence goes on from there, it was wrapped. */
    private static int begin(List<String> lines, int start, int first, IntPredicate free) {
        for (int i = start; i >= first; i--) {
            String line = MailWords.normal(lines.get(i));
            if (!free.test(i) || line.isEmpty() || line.length() > LONGEST || (i < start && endsSentence(line))) {
                return start;
            }
            boolean opens = INTRODUCES.matcher(line).lookingAt()
                    || DAY.matcher(line).lookingAt()
                    || (ADDRESS.matcher(line).find() && DATE.matcher(line).find());
            if (opens) {
                return i;
            }
        }
        return start;
    }

    /** Where it begins with an address, the name may stand on the line above. */
    private static int withName(List<String> lines, int start, IntPredicate free) {
        if (start == 0 || !free.test(start - 1) || !lines.get(start).strip().startsWith("<")) {
            return start;
        }
        String above = lines.get(start - 1).strip();
        boolean name = !above.isEmpty() && !endsSentence(above) && above.split(" ").length < FEW_WORDS;
        return name ? start - 1 : start;
    }

    private static boolean hasDigit(String said) {
        return said.chars().anyMatch(Character::isDigit);
    }

    private static boolean hasAddress(String said) {
        return said.indexOf('@') >= 0 && ADDRESS.matcher(said).find();
    }

    private static boolean endsSentence(String line) {
        return ".!?:".indexOf(line.charAt(line.length() - 1)) >= 0;
    }
}
