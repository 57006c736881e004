package dev.baton.inbox;

import java.io.IOException;
import java.io.InputStream;

/** Quoted-printable (RFC 2045 §6.7) as it comes: an {@code =} that begins nothing stands for itself. */
final class QuotedPrintableContent extends Decoding {

    QuotedPrintableContent(InputStream in) {
        super(in);
    }

    @Override
    int decoded() throws IOException {
        int next = peek(0);
        while (next == '=') {
            int value = value(peek(1), peek(2));
            if (value >= 0) {
                skip(3);
                return value;
            }
            int brk = softBreak();
            if (brk == 0) {
                break;
            }
            skip(brk);
            next = peek(0);
        }
        skip(next == END ? 0 : 1);
        return next;
    }

    /** How many bytes a soft line break here has, with the blanks that were added on the way; 0 if there is none. */
    private int softBreak() throws IOException {
        int end = 1;
        while (end < VIEW - 2 && (peek(end) == ' ' || peek(end) == '\t')) {
            end++;
        }
        return switch (peek(end)) {
            case '\r' -> peek(end + 1) == '\n' ? end + 2 : end + 1;
            case '\n' -> end + 1;
            case END -> end;
            default -> 0;
        };
    }

    /** The byte that two hexadecimal digits name, or -1. */
    static int value(int high, int low) {
        int upper = Character.digit(high, 16);
        int lower = Character.digit(low, 16);
        return upper < 0 || lower < 0 ? -1 : upper << 4 | lower;
    }
}
