package dev.baton.inbox;

import java.util.ArrayList;
import java.util.List;

/**
 * A header value whose encoded words and characters beyond ASCII (RFC 6532) are stood in for, so that a parser of structured
 * fields neither takes them apart nor decodes them its own way.
 */
final class Sheltered {

    private static final char MARK = '\u001A';

    private final List<String> hidden = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    Sheltered(String value) {
        EncodedWords words = EncodedWords.in(value);
        int i = 0;
        while (i < value.length()) {
            int end = hiddenTo(value, i, words);
            if (end > i) {
                text.append(MARK).append(hidden.size()).append(MARK);
                hidden.add(value.substring(i, end));
                i = end;
            } else {
                text.append(value.charAt(i++));
            }
        }
    }

    private static int hiddenTo(String value, int start, EncodedWords words) {
        if (value.startsWith("=?", start)) {
            int end = words.endAt(start);
            return end > 0 && value.substring(start, end).indexOf('"') >= 0 ? -1 : end;
        }
        int end = start;
        while (end < value.length() && (value.charAt(end) > 0x7F || value.charAt(end) == MARK)) {
            end++;
        }
        return end;
    }

    /** What a parser is to read. */
    String text() {
        return text.toString();
    }

    /** A piece of what the parser read as it was. */
    String restored(String piece) {
        if (piece.indexOf(MARK) < 0) {
            return piece;
        }
        StringBuilder whole = new StringBuilder();
        int i = 0;
        while (i < piece.length()) {
            int start = piece.indexOf(MARK, i);
            int end = start < 0 ? -1 : piece.indexOf(MARK, start + 1);
            if (end < 0) {
                break;
            }
            whole.append(piece, i, start).append(hidden(piece.substring(start + 1, end)));
            i = end + 1;
        }
        return whole.append(piece, i, piece.length()).toString();
    }

    private String hidden(String number) {
        try {
            return hidden.get(Integer.parseInt(number));
        } catch (NumberFormatException | IndexOutOfBoundsException tornApart) {
            return "";
        }
    }
}
