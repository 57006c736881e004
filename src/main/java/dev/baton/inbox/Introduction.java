package dev.baton.inbox;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sentence by which mail programs introduce a quote, as "On Monday, 2 March 2026, Tom wrote:". It is known by its
 * build, in any language: a date and somebody's name or address, mostly the word for writing, and a colon.
 *
 * @param start its first line
 * @param end the first line behind it
 * @param weight whether a program wrote it
 */
record Introduction(int start, int end, Weight weight) {

    /** How certain it is that a program wrote it. */
    enum Weight {
        CERTAIN,
        /** As programs do, and as a careful person would. */
        LIKELY,
        /** Somebody may tell with it what others said. */
        DOUBTFUL
    }

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
            Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?!\\d)|\\d{1,2}[./-] ?\\d{1,2}[./-] ?\\d{2}");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>]{1,64}@[^\\s@<>]{1,200}");
    private static final Pattern NAME_ENDS = Pattern.compile(WROTE + "|[<(]?" + ADDRESS);

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
            if (beforeQuote ? introduces(said) : saysWhoAndWhen(said)) {
                int above = last - MOST_LINES + 1;
                int begin = begin(lines, start, Math.max(above, 0), free);
                String whole = String.join(" ", lines.subList(begin, last + 1));
                return Optional.of(
                        new Introduction(withName(lines, begin, free), last + 1, weight(whole, beforeQuote)));
            }
        }
        return Optional.empty();
    }

    /** Whether the line, without what marks it as quoted, introduces what stands below it. */
    static boolean isOne(String line) {
        return line.length() <= LONGEST && endsLikeOne(line) && introduces(Separator.between(line));
    }

    /** Whether the line is an introduction that runs on into the quote (Yahoo's app). */
    static boolean runsOn(String line) {
        int end = line.indexOf(":   ");
        if (end < 0 || end > LONGEST) {
            return false;
        }
        String said = MailWords.normal(line.substring(0, end));
        return INTRODUCES.matcher(said).lookingAt() && ADDRESS.matcher(said).find() && saysWhoAndWhen(said);
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
        return (wrote && (digits || address || few))
                || (address && (clock || date))
                || (begins(said) && clock && date)
                || QUOTING.matcher(said).lookingAt();
    }

    /** Whether it says that somebody wrote, and when, as only a machine does; some say it with the colon alone. */
    private static boolean saysWhoAndWhen(String said) {
        if (!hasDigit(said)) {
            return false;
        }
        boolean address = hasAddress(said);
        boolean wordless = said.endsWith(">")
                && DAY.matcher(said).lookingAt()
                && DATE.matcher(said).find()
                && CLOCK.matcher(said).find();
        return (address && wordless) || saysThatWritten(said, address);
    }

    private static boolean saysThatWritten(String said, boolean address) {
        return WROTE.matcher(said).find()
                && (CLOCK.matcher(said).find() || (address && DATE.matcher(said).find()))
                && (address || begins(said));
    }

    /**
     * Only programs write when to the year and who by address. Nobody tells a day without a year, and a time, but a person.
     * Above a quote less is enough; but a sentence of the sender's may end there.
     */
    private static Weight weight(String whole, boolean beforeQuote) {
        String said = Separator.between(whole);
        boolean dated = DATE.matcher(said).find();
        boolean address = hasAddress(said);
        if (beforeQuote) {
            boolean told = (dated || address) && opens(whole, said)
                    || dated && address && CLOCK.matcher(said).find();
            return told || QUOTING.matcher(said).lookingAt() || opensWithName(whole.strip())
                    ? Weight.CERTAIN
                    : Weight.LIKELY;
        }
        if (dated && address) {
            return CLOCK.matcher(said).find() || opens(whole, said) ? Weight.CERTAIN : Weight.LIKELY;
        }
        return dated || address ? Weight.LIKELY : Weight.DOUBTFUL;
    }

    private static boolean opens(String whole, String said) {
        return begins(said) || opensWithName(whole.strip());
    }

    private static boolean begins(String said) {
        return INTRODUCES.matcher(said).lookingAt() || DAY.matcher(said).lookingAt();
    }

    /** "Tom Berg wrote", not "I reject what Tom wrote" and not "No. Tom wrote". */
    private static boolean opensWithName(String whole) {
        String lower = whole.toLowerCase(Locale.ROOT);
        Matcher behind = NAME_ENDS.matcher(lower);
        return lower.length() == whole.length()
                && behind.find()
                && Stream.of(whole.substring(0, behind.start()).strip().split(" "))
                        .filter(word -> !word.isEmpty())
                        .noneMatch(word ->
                                Character.isLowerCase(word.codePointAt(0)) || endsSentence(word) || word.endsWith(","));
    }

    /** Where a line above begins as an introduction does, and the sentence goes on from there, it was wrapped. */
    private static int begin(List<String> lines, int start, int first, IntPredicate free) {
        for (int i = start; i >= first; i--) {
            String line = MailWords.normal(lines.get(i));
            if (!free.test(i) || line.isEmpty() || line.length() > LONGEST || (i < start && endsSentence(line))) {
                return start;
            }
            boolean opens = begins(line)
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
