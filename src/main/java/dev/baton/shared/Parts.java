package dev.baton.shared;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Bytes in rows of a table of their own, each a part of limited length: both databases hold a value as a whole in memory,
 * some more than once, and a file may have a tenth of all there is. The table has a key, {@code part integer} and
 * {@code bytes bytea}, a name that both databases know.
 */
public final class Parts {

    /** Bytes of each part but the last; small enough that the collector moves it like any other object. */
    public static final int PART = 256 * 1024;

    private final JdbcTemplate jdbc;
    private final String insert;
    private final String select;

    /**
     * @param table the table of the parts
     * @param key its column that says whose part it is
     */
    public Parts(JdbcTemplate jdbc, String table, String key) {
        this.jdbc = jdbc;
        this.insert = "insert into " + table + " (" + key + ", part, bytes) values (?, ?, ?)";
        this.select = "select bytes from " + table + " where " + key + " = ? and part = ?";
    }

    /** Keeps contents by key, those that fit into one part in one batch. */
    public void addAll(Map<?, byte[]> contents) {
        List<Object[]> small = new ArrayList<>();
        contents.forEach((key, content) -> {
            if (content.length <= PART) {
                small.add(new Object[] {key, 0, content});
            } else {
                addLarge(key, content);
            }
        });
        jdbc.batchUpdate(insert, small);
    }

    private void addLarge(Object key, byte[] content) {
        for (int part = 0; part * PART < content.length; part++) {
            int start = part * PART;
            jdbc.update(insert, key, part, Arrays.copyOfRange(content, start, Math.min(content.length, start + PART)));
        }
    }

    /**
     * Keeps what the stream gives, which is not closed here.
     *
     * @throws IOException if the stream cannot be read; roll back then
     */
    public void add(Object key, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(PART);
        jdbc.update(insert, key, 0, bytes);
        for (int part = 1; bytes.length == PART; part++) {
            bytes = content.readNBytes(PART);
            if (bytes.length > 0) {
                jdbc.update(insert, key, part, bytes);
            }
        }
    }

    /**
     * All bytes, fetched part by part as they are read, each with a statement of its own, so that no connection waits for
     * a slow reader.
     */
    public InputStream read(Object key) {
        return new PartStream(part -> part(key, part));
    }

    /**
     * All bytes at once, whose first part was read before.
     *
     * @param likely how many bytes there are likely to be; to take the right amount of memory at once
     */
    public byte[] whole(Object key, byte[] first, long likely) {
        if (first.length < PART) {
            return first;
        }
        byte[] whole = Arrays.copyOf(first, (int) Math.max(first.length, likely));
        int length = first.length;
        for (Optional<byte[]> next = part(key, 1); next.isPresent(); next = part(key, length / PART)) {
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

    private Optional<byte[]> part(Object key, int part) {
        return jdbc.query(select, (row, number) -> row.getBytes(1), key, part).stream()
                .findFirst();
    }
}
