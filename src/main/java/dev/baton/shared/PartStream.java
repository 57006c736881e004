package dev.baton.shared;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import org.springframework.dao.DataAccessException;

/** Reads one part after the other, and holds one at a time. */
final class PartStream extends InputStream {

    private final IntFunction<Optional<byte[]>> parts;
    private byte[] part = new byte[0];
    private int next;
    private int read;
    private boolean last;

    PartStream(IntFunction<Optional<byte[]>> parts) {
        this.parts = parts;
    }

    @Override
    public int read() throws IOException {
        return ended() ? -1 : Byte.toUnsignedInt(part[read++]);
    }

    @Override
    public int read(byte[] into, int start, int most) throws IOException {
        Objects.checkFromIndexSize(start, most, into.length);
        if (most == 0) {
            return 0;
        }
        if (ended()) {
            return -1;
        }
        int length = Math.min(most, part.length - read);
        System.arraycopy(part, read, into, start, length);
        read += length;
        return length;
    }

    @Override
    public int available() {
        return part.length - read;
    }

    private boolean ended() throws IOException {
        if (read == part.length && !last) {
            part = fetched().orElse(new byte[0]);
            read = 0;
            last = part.length < Parts.PART;
        }
        return read == part.length;
    }

    private Optional<byte[]> fetched() throws IOException {
        try {
            return parts.apply(next++);
        } catch (DataAccessException failed) {
            throw new IOException("Part " + (next - 1) + " cannot be read", failed);
        }
    }
}
