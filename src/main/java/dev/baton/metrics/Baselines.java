package dev.baton.metrics;

import dev.baton.shared.Rows;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Event logs of how work went elsewhere, imported whole or not at all (docs/decisions/0093). */
@Component
public class Baselines {

    /** More than this is not read, packed or unpacked. */
    static final long LARGEST = 2L * 1024 * 1024 * 1024;

    static final int MOST_PROBLEMS = 20;

    /** The source that is this Baton's own work, which no log may be called. */
    public static final String LIVE = "live";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");
    private static final int BATCH = 1_000;

    /** A log of today may have been written by a clock that is fast. */
    private static final Duration FAST_CLOCK = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;
    private final BaselineCases cases;
    private final Clock clock;

    Baselines(
            JdbcClient jdbc, JdbcTemplate batches, TransactionTemplate transaction, BaselineCases cases, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.transaction = transaction;
        this.cases = cases;
        this.clock = clock;
    }

    /** All that were imported, by name. */
    public List<Baseline> all() {
        return jdbc.sql("select * from baseline").query(Baselines::baseline).list().stream()
                .sorted(Comparator.comparing(Baseline::name))
                .toList();
    }

    public Optional<Baseline> byName(String name) {
        return jdbc.sql("select * from baseline where name = ?")
                .param(name)
                .query(Baselines::baseline)
                .optional();
    }

    /**
     * Imports a log; gzip is unpacked.
     *
     * @param by a mail address, or the name of a program's token
     * @throws BadLogException if something is wrong with it; nothing of it is kept then
     */
    public Baseline add(String name, LogLayout layout, InputStream log, String by) throws IOException {
        if (!NAME.matcher(name).matches() || name.equalsIgnoreCase(LIVE)) {
            throw new BadLogException("name", name);
        }
        if (byName(name).isPresent()) {
            throw new BadLogException("used", name);
        }
        Path file = Files.createTempFile("baton-log-", null);
        try {
            try (OutputStream copy = Files.newOutputStream(file)) {
                new AtMost(log).transferTo(copy);
            }
            Baseline imported = transaction.execute(status -> imported(name, layout, file, by));
            cases.of(imported.id());
            return imported;
        } catch (DuplicateKeyException atTheSameTime) {
            throw new BadLogException("used", name);
        } finally {
            Files.delete(file);
        }
    }

    /** Whether there was one of this name. */
    public boolean remove(String name) {
        return jdbc.sql("delete from baseline where name = ?").param(name).update() > 0;
    }

    private Baseline imported(String name, LogLayout layout, Path file, String by) {
        long id = added(name, layout.closing().isEmpty(), by);
        Events events = new Events(id, layout.closing(), clock.instant().plus(FAST_CLOCK));
        String format = read(file, layout, events);
        events.end();
        BaselineCases.Counts counts = cases.count(id);
        jdbc.sql("""
                        update baseline set format = ?, cases = ?, tasks = ?, events = ?, repeated = ?, unfinished = ?,
                            first_at = ?, last_at = ? where id = ?
                        """)
                .params(Rows.values(
                        format,
                        counts.cases(),
                        counts.tasks(),
                        counts.events(),
                        counts.repeated(),
                        counts.unfinished(),
                        events.first,
                        events.last,
                        id))
                .update();
        return byName(name).orElseThrow();
    }

    private long added(String name, boolean endsByItself, String by) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into baseline (name, format, ends_by_itself, imported_at, imported_by, cases, tasks, events, repeated,
                            unfinished, first_at, last_at) values (?, '', ?, ?, ?, 0, 0, 0, 0, 0, ?, ?)
                        """).params(Rows.values(name, endsByItself, now, by, now, now)).update(key, "id");
        return Optional.ofNullable(key.getKey()).orElseThrow().longValue();
    }

    private static String read(Path file, LogLayout layout, Events events) {
        try (InputStream log = unpacked(Files.newInputStream(file))) {
            String format = format(log, layout);
            EventLog reader = format.equals("xes") ? new XesLog() : new CsvLog();
            reader.read(log, layout, events);
            return format;
        } catch (ZipException | EOFException broken) {
            throw new BadLogException("gzip");
        } catch (IOException unreadable) {
            throw new BadLogException("unreadable");
        }
    }

    private static InputStream unpacked(InputStream file) throws IOException {
        InputStream log = new BufferedInputStream(file, 1 << 16);
        log.mark(2);
        boolean packed = log.read() == 0x1f && log.read() == 0x8b;
        log.reset();
        return new BufferedInputStream(new AtMost(packed ? new GZIPInputStream(log, 1 << 16) : log), 1 << 16);
    }

    private static String format(InputStream log, LogLayout layout) throws IOException {
        String said = layout.format();
        if (said != null) {
            String format = said.toLowerCase(Locale.ROOT);
            if (!Set.of("csv", "xes").contains(format)) {
                throw new BadLogException("format", said);
            }
            return format;
        }
        log.mark(1_000);
        String begin = new String(log.readNBytes(500), StandardCharsets.UTF_8);
        log.reset();
        return begin.replace("\uFEFF", "").stripLeading().startsWith("<") ? "xes" : "csv";
    }

    private static Baseline baseline(ResultSet row, int number) throws SQLException {
        return new Baseline(
                row.getLong("id"),
                row.getString("name"),
                row.getString("format"),
                Rows.instant(row, "imported_at"),
                row.getString("imported_by"),
                row.getLong("cases"),
                row.getLong("tasks"),
                row.getLong("events"),
                row.getLong("repeated"),
                row.getLong("unfinished"),
                Rows.instant(row, "first_at"),
                Rows.instant(row, "last_at"));
    }

    /** Adds events as they are read; from the first problem on it only gathers problems. */
    private final class Events implements EventLog.Reading {

        private static final String EVENT = "insert into baseline_event"
                + " (baseline, case_key, at, kind, activity, same, row_number, ended_at, due, closes)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

        private final long baseline;
        private final Set<String> closing;
        private final Instant latest;
        private final MessageDigest digest = sha256();
        private final List<Object[]> batch = new ArrayList<>(BATCH);
        private final List<LogProblem> problems = new ArrayList<>();
        private long events;
        private @Nullable Instant first;
        private @Nullable Instant last;

        Events(long baseline, Set<String> closing, Instant latest) {
            this.baseline = baseline;
            this.closing = closing;
            this.latest = latest;
        }

        @Override
        public void event(LoggedEvent event) {
            Instant end = event.endedAt() == null ? event.at() : event.endedAt();
            if (end.isAfter(latest)) {
                problem(LogProblem.at(event.row(), null, "future", end.toString()));
            }
            events++;
            first = first == null || event.at().isBefore(first) ? event.at() : first;
            last = last == null || end.isAfter(last) ? end : last;
            if (problems.isEmpty()) {
                batch.add(Rows.values(
                                baseline,
                                key(event.caseId()),
                                event.at(),
                                event.kind().ordinal(),
                                event.activity(),
                                key(event.content()).getMostSignificantBits(),
                                event.row(),
                                event.endedAt(),
                                event.due(),
                                closing.contains(event.activity()))
                        .toArray());
                if (batch.size() == BATCH) {
                    flush();
                }
            }
        }

        @Override
        public void problem(LogProblem problem) {
            problems.add(problem);
            if (problems.size() == MOST_PROBLEMS) {
                throw new BadLogException(problems);
            }
        }

        void end() {
            if (!problems.isEmpty()) {
                throw new BadLogException(problems);
            }
            if (events == 0) {
                throw new BadLogException("nothing");
            }
            flush();
        }

        private void flush() {
            batches.batchUpdate(EVENT, batch);
            batch.clear();
        }

        /** Hashed, since what people call their cases may say more than a number. */
        private UUID key(String text) {
            ByteBuffer hash = ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
            return new UUID(hash.getLong(), hash.getLong());
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException never) {
                throw new IllegalStateException(never);
            }
        }
    }

    /** A stream that is refused once it turns out too large: a small file may unpack to a huge one. */
    private static final class AtMost extends FilterInputStream {

        private long read;

        AtMost(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int most) throws IOException {
            int some = super.read(bytes, offset, most);
            count(Math.max(0, some));
            return some;
        }

        private void count(int more) {
            read += more;
            if (read > LARGEST) {
                throw new BadLogException("large", String.valueOf(LARGEST >> 30));
            }
        }
    }
}
