package dev.baton.inbox;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds the boundary of a multipart that does not name it, or names another. */
final class Boundaries {

    private static final int LONGEST = 200;
    private static final int LINES = 2_000;

    private Boundaries() {}

    /** What follows {@code --} on the first line that separates parts: a header or an empty line comes after it. */
    static Optional<String> guessed(byte[] body) {
        int start = 0;
        for (int lines = 0; start < body.length && lines < LINES; lines++) {
            int next = ByteLines.after(body, start);
            int end = next;
            while (end > start && body[end - 1] <= ' ' && body[end - 1] >= 0) {
                end--;
            }
            if (separates(body, start, end, next)) {
                return Optional.of(new String(body, start + 2, end - start - 2, StandardCharsets.ISO_8859_1));
            }
            start = next;
        }
        return Optional.empty();
    }

    private static boolean separates(byte[] body, int start, int end, int next) {
        int length = end - start;
        boolean dashes = length > 3 && length < LONGEST && body[start] == '-' && body[start + 1] == '-';
        if (!dashes || next >= body.length) {
            return false;
        }
        boolean drawn = true;
        for (int i = start; i < end; i++) {
            drawn &= body[i] == '-' || body[i] == ' ';
        }
        int after = body[next] == '\r' ? next + 1 : next;
        boolean empty = after < body.length && body[after] == '\n';
        return !drawn && (Head.colonAt(body, next, body.length) >= 0 || (empty && body[end - 1] != '-'));
    }

    /** Whether this boundary stands at the start of a line. */
    static boolean occurs(byte[] body, String boundary) {
        byte[] mark = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        for (int start = 0; start < body.length; start = ByteLines.after(body, start)) {
            if (start + mark.length <= body.length
                    && java.util.Arrays.equals(body, start, start + mark.length, mark, 0, mark.length)) {
                return true;
            }
        }
        return false;
    }
}
