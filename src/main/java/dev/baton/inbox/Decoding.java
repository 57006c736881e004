package dev.baton.inbox;

import java.io.IOException;
import java.io.InputStream;

/** A stream that decodes another one, with some bytes of it in view. */
abstract class Decoding extends InputStream {

    static final int END = -1;

    /** How far a decoder can look ahead. */
    static final int VIEW = 256;

    private final InputStream in;
    private final byte[] buffer = new byte[8192];
    private int position;
    private int limit;
    private boolean ended;

    Decoding(InputStream in) {
        this.in = in;
    }

    /** The next decoded byte, or {@link #END}. */
    abstract int decoded() throws IOException;

    /** The encoded byte at this distance, less than {@link #VIEW}, or {@link #END}. */
    final int peek(int distance) throws IOException {
        while (position + distance >= limit && !ended) {
            fill();
        }
        return position + distance < limit ? buffer[position + distance] & 0xFF : END;
    }

    /** Takes so many bytes, which have been looked at. */
    final void skip(int count) {
        position += count;
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= position;
        position = 0;
        int count = in.read(buffer, limit, buffer.length - limit);
        ended = count < 0;
        limit += Math.max(count, 0);
    }

    @Override
    public final int read() throws IOException {
        return decoded();
    }

    @Override
    public final int read(byte[] target, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int next = decoded();
            if (next == END) {
                return count == 0 && length > 0 ? END : count;
            }
            target[offset + count++] = (byte) next;
        }
        return count;
    }
}
