package dev.baton.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the leaves of a mail while they are read. Read in their order, all of them cost one walk through the mail; going
 * back begins it anew.
 */
final class AttachedContents {

    private final byte[] raw;
    private final ReadingLimits limits;
    private @Nullable MimeWalk walk;
    private int next;
    private int unpackedNumber = -1;
    private List<? extends PackedFile> unpacked = List.of();

    AttachedContents(byte[] raw, ReadingLimits limits) {
        this.raw = raw;
        this.limits = limits;
    }

    /** The content of the leaf with this number, to be read before the next one is asked for. */
    InputStream open(int number) throws IOException {
        MimeWalk going = walk;
        if (going == null || number < next) {
            going = new MimeWalk(raw, limits, new Notes());
            walk = going;
            next = 0;
        }
        MimeWalk.Found found = going.next().orElseThrow();
        while (next++ < number) {
            found = going.next().orElseThrow();
        }
        return found.content();
    }

    /**
     * The files that are packed into the leaf with this number. They are kept until those of another are asked for, so that
     * reading one after the other unpacks them once.
     */
    List<? extends PackedFile> unpacked(int number, Function<byte[], List<? extends PackedFile>> unpack)
            throws IOException {
        if (number != unpackedNumber) {
            unpacked = unpack.apply(open(number).readNBytes(limits.unpacked()));
            unpackedNumber = number;
        }
        return unpacked;
    }
}
