package dev.baton.inbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Base64 (RFC 2045 §6.8) as it comes: what is no letter of it is passed over, padding may be missing or stand in the middle
 * where two encoded pieces were joined, and what was cut off is read up to its last whole byte.
 */
final class Base64Content extends Decoding {

    private static final int LINE = 76;
    private static final byte[] VALUES = values();

    private final boolean keepTail;
    private int bits;
    private int sextets;
    private int ready;
    private int readyCount;
    private boolean tail;

    /** @param keepTail whether text after the end of what is encoded, such as a list's footer, is read as it is */
    Base64Content(InputStream in, boolean keepTail) {
        super(in);
        this.keepTail = keepTail;
    }

    static byte[] decode(String encoded) {
        byte[] bytes = encoded.getBytes(StandardCharsets.ISO_8859_1);
        try (Base64Content content = new Base64Content(new ByteArrayInputStream(bytes), false)) {
            return content.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] values() {
        byte[] values = new byte[256];
        Arrays.fill(values, (byte) -1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < 64; i++) {
            values[alphabet.charAt(i)] = (byte) i;
        }
        return values;
    }

    static boolean isLetter(int b) {
        return b >= 0 && VALUES[b] >= 0;
    }

    @Override
    int decoded() throws IOException {
        while (readyCount == 0) {
            int next = peek(0);
            if (tail || next == END) {
                return tail && keepTail ? passed(next) : lastOf(next);
            }
            skip(1);
            if (next == '=' && sextets > 0) {
                flush();
                tail = !goesOn();
            } else if (VALUES[next] >= 0) {
                take(VALUES[next]);
            }
        }
        readyCount--;
        return ready >>> 8 * readyCount & 0xFF;
    }

    private int passed(int next) {
        skip(next == END ? 0 : 1);
        return next;
    }

    private int lastOf(int next) throws IOException {
        if (next != END || sextets < 2) {
            return END;
        }
        flush();
        return decoded();
    }

    private void take(int value) {
        bits = bits << 6 | value;
        if (++sextets == 4) {
            ready = bits;
            readyCount = 3;
            bits = 0;
            sextets = 0;
        }
    }

    private void flush() {
        if (sextets >= 2) {
            readyCount = sextets - 1;
            ready = bits >>> (sextets == 2 ? 4 : 2);
        }
        bits = 0;
        sextets = 0;
    }

    /** Whether the next line is encoded too. */
    private boolean goesOn() throws IOException {
        int start = 0;
        while (start < VIEW - LINE && (peek(start) == '=' || isBlank(peek(start)))) {
            start++;
        }
        int end = start;
        while (end - start < LINE && isLetter(peek(end))) {
            end++;
        }
        int after = peek(end);
        boolean lineEnds = after == END || after == '\r' || after == '\n' || after == '=' || end - start == LINE;
        boolean nothing = end == start;
        return lineEnds && (nothing || (end - start) % 4 == 0 || after == '=');
    }

    private static boolean isBlank(int b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }
}
