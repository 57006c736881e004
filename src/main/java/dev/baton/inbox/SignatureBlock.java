package dev.baton.inbox;

import java.util.List;
import java.util.stream.Stream;

/** The lines below the dashes of a signature, or in the element of one: whether they are one, or words that somebody wrote. */
final class SignatureBlock {

    private static final int FIRST_LINES = 3;
    private static final int SHORT_NAME = 2;
    private static final int LONG_NAME = 6;
    private static final int LEAST_WORDS = 3;
    private static final int LONGEST_LINE = 300;
    private static final int SHORTEST_FOOTER = 60;

    private static final List<String> POSTSCRIPTS = MailWords.of("postscript");
    private static final List<String> CLOSINGS = MailWords.of("closing");
    private static final List<String> PARTICLES = MailWords.of("name.particle");
    private static final List<String> FOOTERS = MailWords.of("footer");

    private final List<String> lines;

    SignatureBlock(List<BodyLine> lines) {
        this.lines = lines.stream()
                .filter(line -> !line.isBlank())
                .map(line -> line.plain().strip())
                .toList();
    }

    boolean isNoLongerThan(int most) {
        return lines.size() <= most;
    }

    /** Whether something in it may be meant for the reader. */
    boolean holdsWords() {
        return lines.stream().limit(FIRST_LINES).anyMatch(SignatureBlock::isSentence)
                || lines.stream().anyMatch(SignatureBlock::isPostscript)
                || !lines.isEmpty() && !isOfWhoSigns(lines.get(0));
    }

    private static boolean isPostscript(String line) {
        int end = 0;
        while (end < Math.min(line.length(), 16) && ":： ".indexOf(line.charAt(end)) < 0) {
            end++;
        }
        return end < line.length() && POSTSCRIPTS.contains(MailWords.normal(line.substring(0, end)));
    }

    private static boolean isSentence(String line) {
        boolean several = words(line).length >= LEAST_WORDS;
        if (isClosing(line) || (several && ends(line) ? isOfACompany(line) : tellsWhere(line))) {
            return false;
        }
        return several ? ends(line) || Character.isLowerCase(line.codePointAt(0)) : ends(line) && !line.endsWith(".");
    }

    private static boolean isOfWhoSigns(String line) {
        String[] words = words(line);
        boolean name = words.length <= LONG_NAME
                && Stream.of(words)
                        .noneMatch(word -> Character.isLowerCase(word.codePointAt(0)) && !PARTICLES.contains(word));
        return words.length <= SHORT_NAME || name || tellsWhere(line) || isClosing(line);
    }

    private static boolean isClosing(String line) {
        String said = MailWords.normal(line);
        int end = said.length();
        while (end > 0 && ",.!，。".indexOf(said.charAt(end - 1)) >= 0) {
            end--;
        }
        return CLOSINGS.contains(said.substring(0, end));
    }

    /** Addresses, numbers and what phones write; disclaimers, which are long or known by a word. */
    private static boolean tellsWhere(String line) {
        return line.indexOf('@') >= 0 || line.contains("http") || line.contains("www.") || isOfACompany(line);
    }

    /** Disclaimers are long, or of several of their words; a short sentence with one may be anybody's. */
    private static boolean isOfACompany(String line) {
        String said = MailWords.normal(line);
        long footers = FOOTERS.stream().filter(said::contains).count();
        return line.length() > LONGEST_LINE
                || footers > 1
                || (footers == 1 && (line.length() >= SHORTEST_FOOTER || !ends(line)))
                || SignatureLines.isDeviceLine(line);
    }

    /** As a sentence does; a full stop may also be of an abbreviation. */
    private static boolean ends(String line) {
        return "!?.。！？".indexOf(line.charAt(line.length() - 1)) >= 0;
    }

    private static String[] words(String line) {
        return line.split("\\s+");
    }
}
