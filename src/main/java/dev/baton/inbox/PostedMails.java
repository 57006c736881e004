package dev.baton.inbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Takes the raw mails that programs post. A large one waits on disk until it is the one that may be in memory; whoever
 * sends slowly holds up nobody.
 */
@Component
public class PostedMails {

    private static final int PIECE = 64 * 1024;

    private final Ledger ledger;
    private final LargeMails large;
    private final Clock clock;
    private final long maxSize;

    PostedMails(Ledger ledger, LargeMails large, InboxProperties properties, Clock clock) {
        this.ledger = ledger;
        this.large = large;
        this.clock = clock;
        this.maxSize = properties.maxSize().toBytes();
    }

    /**
     * What became of a posted mail.
     *
     * @param complete false if it is too large and only its headers are kept
     */
    public record Posted(LedgerEntry entry, boolean complete) {}

    /** Stores the mail and commits; nothing if there is not one byte. */
    public Optional<Posted> take(InputStream body) throws IOException {
        byte[] start = body.readNBytes((int) LargeMails.LARGE);
        if (start.length == 0) {
            return Optional.empty();
        }
        if (start.length < LargeMails.LARGE && start.length <= maxSize) {
            return Optional.of(new Posted(ledger.accept(start, Arrival.posted(clock.instant())), true));
        }
        Path file = Files.createTempFile("posted-mail", ".eml");
        try {
            return Optional.of(take(start, body, file));
        } finally {
            Files.delete(file);
        }
    }

    private Posted take(byte[] start, InputStream rest, Path file) throws IOException {
        long size = write(new SequenceInputStream(new ByteArrayInputStream(start), rest), file);
        Arrival arrival = Arrival.posted(clock.instant());
        if (size > maxSize) {
            byte[] headers = Arrays.copyOf(start, HeaderReader.end(start));
            return new Posted(ledger.acceptHeaders(headers, size, arrival), false);
        }
        return new Posted(large.holding(size, () -> ledger.accept(Files.readAllBytes(file), arrival)), true);
    }

    /** Writes no more than may be kept, and counts to the end. */
    private long write(InputStream from, Path file) throws IOException {
        long size = 0;
        try (OutputStream to = Files.newOutputStream(file)) {
            for (byte[] piece = from.readNBytes(PIECE); piece.length > 0; piece = from.readNBytes(PIECE)) {
                size += piece.length;
                if (size <= maxSize) {
                    to.write(piece);
                }
            }
        }
        return size;
    }
}
