package dev.baton.inbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * The text of an RTF body as Outlook writes it: plain, or made of HTML or text ({@code \fromhtml}, {@code \fromtext},
 * MS-OXRTFEX). Java's own RTF reader knows neither.
 */
final class RtfText {

    private static final Set<String> UNREAD = Set.of(
            "fonttbl",
            "colortbl",
            "stylesheet",
            "info",
            "pict",
            "object",
            "header",
            "footer",
            "htmltag",
            "mhtmltag",
            "listtable",
            "listoverridetable",
            "generator",
            "themedata",
            "datastore",
            "xmlnstbl",
            "fldinst",
            "filetbl",
            "rsidtbl");

    private static final int LONGEST = 4_000_000;
    private static final int DEEPEST = 1_000;

    /**
     * What holds in a group.
     *
     * @param unread whether its text is left out
     * @param skipped letters after a {@code \\u} that say the same once more
     */
    private record Group(boolean unread, int skipped) {}

    private final byte[] rtf;
    private final StringBuilder out = new StringBuilder();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private final Deque<Group> groups = new ArrayDeque<>();
    private Group group = new Group(false, 1);
    private Charset charset = MailCharset.WINDOWS_1252;
    private int toSkip;
    private int tooDeep;
    private boolean onlyRtf;

    private RtfText(byte[] rtf) {
        this.rtf = rtf;
    }

    static String plain(byte[] rtf) {
        return new RtfText(rtf).read();
    }

    private String read() {
        int i = 0;
        while (i < rtf.length && out.length() < LONGEST) {
            switch (rtf[i]) {
                case '{' -> open();
                case '}' -> close();
                case '\\' -> i = control(i + 1) - 1;
                case '\r', '\n' -> {}
                default -> letter(rtf[i]);
            }
            i++;
        }
        flush();
        return out.toString();
    }

    private void open() {
        if (groups.size() < DEEPEST) {
            groups.push(group);
        } else {
            tooDeep++;
        }
    }

    private void close() {
        if (tooDeep > 0) {
            tooDeep--;
        } else if (!groups.isEmpty()) {
            group = groups.pop();
        }
        toSkip = 0;
    }

    private void letter(int b) {
        if (toSkip > 0) {
            toSkip--;
        } else if (!group.unread() && !onlyRtf) {
            pending.write(b);
        }
    }

    private void text(String text) {
        if (!group.unread() && !onlyRtf) {
            flush();
            out.append(text);
        }
    }

    private void flush() {
        if (pending.size() > 0) {
            out.append(new String(pending.toByteArray(), charset));
            pending.reset();
        }
    }

    /** @return where the text goes on */
    private int control(int start) {
        if (start >= rtf.length) {
            return start;
        }
        int first = rtf[start];
        if (!isLetter(first)) {
            return sign(start, first);
        }
        int end = start;
        while (end < rtf.length && end - start < 40 && isLetter(rtf[end])) {
            end++;
        }
        String word = new String(rtf, start, end - start, StandardCharsets.US_ASCII);
        int digits = end;
        while (digits < rtf.length
                && digits - end < 8
                && (isDigit(rtf[digits]) || (digits == end && rtf[digits] == '-'))) {
            digits++;
        }
        Integer number = number(new String(rtf, end, digits - end, StandardCharsets.US_ASCII));
        word(word, number);
        return digits < rtf.length && rtf[digits] == ' ' ? digits + 1 : digits;
    }

    private static Integer number(String digits) {
        return digits.isEmpty() || digits.equals("-") ? 1 : Integer.valueOf(digits);
    }

    private int sign(int start, int sign) {
        switch (sign) {
            case '\'' -> {
                int value = start + 2 < rtf.length ? QuotedPrintableContent.value(rtf[start + 1], rtf[start + 2]) : -1;
                if (value >= 0) {
                    letter(value);
                }
                return Math.min(start + 3, rtf.length);
            }
            case '*' -> group = new Group(true, group.skipped());
            case '~' -> text("\u00a0");
            case '_' -> text("-");
            case '\r', '\n' -> text("\n");
            case '\\', '{', '}' -> letter(sign);
            default -> {}
        }
        return start + 1;
    }

    private void word(String word, int number) {
        switch (word) {
            case "par", "line", "row", "sect", "page" -> text("\n");
            case "tab", "cell" -> text("\t");
            case "emdash" -> text("\u2014");
            case "endash" -> text("\u2013");
            case "lquote" -> text("\u2018");
            case "rquote" -> text("\u2019");
            case "ldblquote" -> text("\u201c");
            case "rdblquote" -> text("\u201d");
            case "bullet" -> text("\u2022");
            case "htmlrtf" -> onlyRtf = number != 0;
            case "ansicpg" -> charset = CharsetNames.of("cp" + number).orElse(charset);
            case "uc" -> group = new Group(group.unread(), Math.max(0, Math.min(number, 10)));
            case "u" -> {
                text(String.valueOf((char) number));
                toSkip = group.skipped();
            }
            default -> {
                if (UNREAD.contains(word)) {
                    group = new Group(true, group.skipped());
                }
            }
        }
    }

    private static boolean isLetter(int b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
    }

    private static boolean isDigit(int b) {
        return b >= '0' && b <= '9';
    }
}
