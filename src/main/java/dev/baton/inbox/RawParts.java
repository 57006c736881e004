package dev.baton.inbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The bytes of mails in the database, in parts: both databases hold a value as a whole in memory, some more than once, and
 * a mail may have a tenth of all there is.
 */
@Component
class RawParts {

    /** Bytes of each part but the last; small enough that the collector moves it like any other object. */
    static final int PART = 256 * 1024;

    private static final String INSERT = "insert into ledger_raw (digest, part, bytes) values (?, ?, ?)";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    RawParts(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void insert(Collection<NewMail> mails) {
        List<Object[]> small = new ArrayList<>();
        for (NewMail mail : mails) {
            if (mail.raw().length <= PART) {
                small.add(new Object[] {mail.digest(), 0, mail.raw()});
            } else {
                insertLarge(mail.digest(), mail.raw());
            }
        }
        batches.batchUpdate(INSERT, small);
    }

    private void insertLarge(String digest, byte[] raw) {
        for (int part = 0; part * PART < raw.length; part++) {
            int start = part * PART;
            batches.update(INSERT, digest, part, Arrays.copyOfRange(raw, start, Math.min(raw.length, start + PART)));
        }
    }

    /**
     * All bytes of a mail whose first part has been read.
     *
     * @param likely how many bytes there are likely to be; to take the right amount of memory at once
     */
    byte[] whole(String digest, byte[] first, long likely) {
        if (first.length < PART) {
            return first;
        }
        byte[] whole = Arrays.copyOf(first, (int) Math.max(first.length, likely));
        int length = first.length;
        for (Optional<byte[]> next = part(digest, 1); next.isPresent(); next = part(digest, length / PART)) {
            byte[] bytes = next.get();
            whole = length + bytes.length <= whole.length ? whole : Arrays.copyOf(whole, length + bytes.length);
            System.arraycopy(bytes, 0, whole, length, bytes.length);
            length += bytes.length;
            if (bytes.length < PART) {
                break;
            }
        }
        return length == whole.length ? whole : Arrays.copyOf(whole, length);
    }

    private Optional<byte[]> part(String digest, int part) {
        return jdbc.sql("select bytes from ledger_raw where digest = ? and part = ?")
                .params(digest, part)
                .query((row, number) -> row.getBytes("bytes"))
                .optional();
    }
}
