package dev.baton.inbox;

import java.util.Arrays;
import java.util.List;

/**
 * A body apart: what the sender wrote now, and what was taken off. Answers written between quoted lines stay; every line
 * is in one of the two.
 *
 * @param own the sender's own words
 * @param cut quotes, the lines that introduce them, what was forwarded, and the signature
 */
record OwnWords(String own, String cut) {

    static final OwnWords NONE = new OwnWords("", "");

    static OwnWords of(String text) {
        return new Split(text).made();
    }

    OwnWords and(OwnWords next) {
        return new OwnWords(joined(own, next.own), joined(cut, next.cut));
    }

    private static String joined(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + "\n\n" + second;
    }

    /** One text being taken apart, line by line. */
    private static final class Split {

        private final List<String> lines;
        private final boolean[] cut;

        Split(String text) {
            lines = Arrays.asList(text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1));
            cut = new boolean[lines.size()];
        }

        OwnWords made() {
            quotedLines();
            introductions();
            restFrom(separator());
            signatures();
            emptyLinesInside();
            return new OwnWords(text(false), text(true));
        }

        private void quotedLines() {
            for (int i = 0; i < cut.length; i++) {
                cut[i] = lines.get(i).startsWith(">") || lines.get(i).startsWith(" >");
            }
        }

        /** "On … wrote:" goes with the quote under it; without a quoted line under it, it takes all that follows along. */
        private void introductions() {
            for (int i = 0; i < cut.length; i++) {
                int length = cut[i] ? 0 : QuoteMarks.introductionAt(lines, i);
                if (length == 0) {
                    continue;
                }
                int next = nextText(i + length);
                boolean quoteFollows = next < cut.length && cut[next];
                if (quoteFollows || QuoteMarks.namesTimeAndSender(lines, i, length)) {
                    Arrays.fill(cut, i, i + length, true);
                }
                if (!quoteFollows && cut[i]) {
                    restFrom(i);
                    return;
                }
                i += length - 1;
            }
        }

        private int separator() {
            for (int i = 0; i < cut.length; i++) {
                if (!cut[i] && QuoteMarks.separatesAt(lines, i)) {
                    return withRule(i);
                }
            }
            return cut.length;
        }

        /** The line that some programs draw above goes along. */
        private int withRule(int separator) {
            int above = separator - 1;
            while (above >= 0 && lines.get(above).isBlank()) {
                above--;
            }
            return above >= 0 && QuoteMarks.isRule(lines.get(above)) ? above : separator;
        }

        private void emptyLinesInside() {
            for (int i = 1; i < cut.length; i++) {
                int next = nextText(i);
                if (next > i && next < cut.length && cut[i - 1] && cut[next]) {
                    Arrays.fill(cut, i, next, true);
                }
            }
        }

        private void restFrom(int start) {
            Arrays.fill(cut, start, cut.length, true);
        }

        private void signatures() {
            for (int start = 0; start < cut.length; start = Math.max(start + 1, endOfOwn(start))) {
                if (!cut[start]) {
                    signature(start, endOfOwn(start));
                }
            }
        }

        private void signature(int start, int end) {
            for (int i = start; i < end; i++) {
                if (QuoteMarks.startsSignature(lines, i, end)) {
                    Arrays.fill(cut, i, end, true);
                    return;
                }
                if (nextText(i + 1) >= end && QuoteMarks.isDeviceLine(lines.get(i))) {
                    cut[i] = true;
                    return;
                }
            }
        }

        private int endOfOwn(int from) {
            int end = from;
            while (end < cut.length && !cut[end]) {
                end++;
            }
            return end;
        }

        private int nextText(int from) {
            int next = from;
            while (next < cut.length && lines.get(next).isBlank()) {
                next++;
            }
            return next;
        }

        private String text(boolean taken) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < cut.length; i++) {
                if (cut[i] != taken || HtmlMarks.isMark(lines.get(i))) {
                    continue;
                }
                boolean gap = i > 0 && cut[i - 1] != taken;
                text.append(gap ? "\n" : "").append(lines.get(i)).append('\n');
            }
            return text.toString()
                    .replaceAll("\\n([ \\t]*\\n){2,}", "\n\n")
                    .replaceAll("^([ \\t]*\\n)+", "")
                    .stripTrailing();
        }
    }
}
