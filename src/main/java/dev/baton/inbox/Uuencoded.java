package dev.baton.inbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files that stand uuencoded (POSIX) or in yEnc (yenc.org, draft 1.3) between the lines of a text.
 *
 * @param text what is left of the text
 * @param files in their order
 */
record Uuencoded(byte[] text, List<File> files) {

    private static final Pattern BEGIN = Pattern.compile("begin [0-7]{3,4} (\\S.{0,200})");
    private static final Pattern YBEGIN = Pattern.compile("=ybegin .{0,200}?\\bname=(.{1,200})");
    private static final int LONGEST_BEGIN = 500;
    private static final int MOST = 1_000;

    /** How a line of 45 bytes begins, which is what all lines but the last are. */
    private static final char FULL = 'M';

    /** Some encoders put sums behind the letters of a line. */
    private static final int MOST_MORE_LETTERS = 2;

    /** A file with the name its writer gave it. */
    record File(String name, byte[] content) implements PackedFile {}

    /** The same text without files where it holds none. */
    static Uuencoded in(byte[] text) {
        return holds(text, "begin ") || holds(text, "=ybegin ")
                ? new Search(text).made()
                : new Uuencoded(text, List.of());
    }

    private static boolean holds(byte[] text, String word) {
        for (int i = 0; i + word.length() < text.length; i++) {
            boolean lineStart = i == 0 || text[i - 1] == '\n' || text[i - 1] == '\r';
            if (lineStart && ByteLines.startsWith(text, i, word)) {
                return true;
            }
        }
        return false;
    }

    private static final class Search {

        private final byte[] text;
        private final ByteArrayOutputStream left = new ByteArrayOutputStream();
        private final List<File> files = new ArrayList<>();
        private final int lastYEnd;

        Search(byte[] text) {
            this.text = text;
            int end = text.length - 1;
            while (end >= 0 && !(ByteLines.startsWith(text, end, "=yend") && (end == 0 || text[end - 1] == '\n'))) {
                end--;
            }
            lastYEnd = end;
        }

        Uuencoded made() {
            int i = 0;
            while (i < text.length) {
                int next = ByteLines.after(text, i);
                int end = files.size() == MOST
                        ? i
                        : ByteLines.startsWith(text, i, "begin ")
                                ? uu(i)
                                : ByteLines.startsWith(text, i, "=ybegin ") ? yEnc(i) : i;
                if (end == i) {
                    left.write(text, i, next - i);
                    i = next;
                } else {
                    if (left.size() == 0) {
                        // What follows a file is not what the text begins with, such as the mark of UTF-16.
                        left.write('\n');
                    }
                    i = end;
                }
            }
            return new Uuencoded(files.isEmpty() ? text : left.toByteArray(), List.copyOf(files));
        }

        private String line(int start, int next) {
            int end = Math.min(next, start + LONGEST_BEGIN);
            return MailCharset.decode(java.util.Arrays.copyOfRange(text, start, end))
                    .strip();
        }

        /**
         * The data ends at a line "end". Where that is missing it ends with the last line that is as long as it says, and
         * one of them must be as long as encoders make them, or somebody writes of beginning something.
         *
         * @return where the text goes on after the file, or where it began if it is none
         */
        private int uu(int begin) {
            int first = ByteLines.after(text, begin);
            Matcher matcher = BEGIN.matcher(line(begin, first));
            if (!matcher.matches()) {
                return begin;
            }
            int end = first;
            int whole = first;
            boolean any = false;
            boolean full = false;
            while (end < text.length && isData(end)) {
                int next = ByteLines.after(text, end);
                if (isWhole(end)) {
                    any = true;
                    full = full || (whole == end && text[end] == FULL);
                    whole = whole == end ? next : whole;
                }
                end = next;
            }
            boolean ended = isEnd(end);
            if (ended ? !any : !full) {
                return begin;
            }
            files.add(new File(matcher.group(1).strip(), decoded(first, ended ? end : whole)));
            return ended ? ByteLines.after(text, end) : whole;
        }

        /** Byte by byte, since a line with a mark of UTF-8 before the word says more than that. */
        private boolean isEnd(int start) {
            int end = Math.min(endOfLine(start), start + LONGEST_BEGIN);
            return new String(text, start, end - start, StandardCharsets.ISO_8859_1)
                    .strip()
                    .equals("end");
        }

        /** Whether the line may be data: it has none of the letters that prose is made of, and is not too long. */
        private boolean isData(int start) {
            int end = endOfLine(start);
            for (int i = start; i < end; i++) {
                if (text[i] < ' ' || text[i] > '`') {
                    return false;
                }
            }
            return end == start || end - start <= letters(start) + MOST_MORE_LETTERS;
        }

        /** Whether the line is as long as its first letter says; blanks at its end may be lost on the way. */
        private boolean isWhole(int start) {
            int end = endOfLine(start);
            return end > start && end - start > letters(start);
        }

        private int endOfLine(int start) {
            int end = ByteLines.after(text, start);
            while (end > start && (text[end - 1] == '\n' || text[end - 1] == '\r')) {
                end--;
            }
            return end;
        }

        private int letters(int start) {
            return (sextet(text[start]) + 2) / 3 * 4;
        }

        private byte[] decoded(int from, int to) {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            for (int start = from; start < to; start = ByteLines.after(text, start)) {
                if (endOfLine(start) > start) {
                    decodeLine(start, endOfLine(start), content);
                }
            }
            return content.toByteArray();
        }

        private void decodeLine(int start, int end, ByteArrayOutputStream content) {
            int length = sextet(text[start]);
            for (int i = 0; i < letters(start); i += 4) {
                int group = 0;
                for (int j = 0; j < 4; j++) {
                    int at = start + 1 + i + j;
                    group = group << 6 | (at < end ? sextet(text[at]) : 0);
                }
                for (int j = 0; j < 3 && i / 4 * 3 + j < length; j++) {
                    content.write(group >>> 16 - 8 * j);
                }
            }
        }

        private static int sextet(byte letter) {
            return letter - ' ' & 0x3F;
        }

        private int yEnc(int begin) {
            int i = ByteLines.after(text, begin);
            Matcher matcher = YBEGIN.matcher(line(begin, i));
            if (begin > lastYEnd || !matcher.matches()) {
                return begin;
            }
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            while (i < text.length && !ByteLines.startsWith(text, i, "=yend")) {
                int next = ByteLines.after(text, i);
                if (!ByteLines.startsWith(text, i, "=ypart")) {
                    yEncLine(i, next, content);
                }
                i = next;
            }
            files.add(new File(matcher.group(1).strip(), content.toByteArray()));
            return ByteLines.after(text, i);
        }

        private void yEncLine(int start, int next, ByteArrayOutputStream content) {
            for (int i = start; i < next; i++) {
                if (text[i] == '=' && i + 1 < next) {
                    content.write(text[++i] - 64 - 42);
                } else if (text[i] != '\r' && text[i] != '\n') {
                    content.write(text[i] - 42);
                }
            }
        }
    }
}
