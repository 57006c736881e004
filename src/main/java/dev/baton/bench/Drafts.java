package dev.baton.bench;

import dev.baton.models.Models;
import dev.baton.shared.Rows;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was uploaded to be looked at, for all nodes, for thirty days; of one person the newest hundred. */
@Component
public class Drafts {

    /** Files of one draft at most. */
    public static final int MOST = 20;

    /** Drafts of one person; what is uploaded by a program in a loop fills no database. */
    static final int OF_ONE = 100;

    static final Duration KEPT = Duration.ofDays(30);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Clock clock;

    Drafts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Keeps the files. One that has the name of another gets a number; of one that is too large the beginning is kept, which
     * is enough for the check to say so.
     *
     * @param author a mail address
     * @throws IllegalArgumentException if there is no file, or more than {@link #MOST}
     */
    @Transactional
    public Draft keep(String author, List<DraftFile> files) {
        if (files.isEmpty() || files.size() > MOST) {
            throw new IllegalArgumentException(files.size() + " files for a draft of " + author);
        }
        byte[] id = new byte[15];
        RANDOM.nextBytes(id);
        Draft draft = new Draft(HexFormat.of().formatHex(id), author, clock.instant(), named(files));
        jdbc.sql("insert into bench_draft (id, author, made_at) values (?, ?, ?)")
                .params(Rows.values(draft.id(), author, draft.madeAt()))
                .update();
        for (int place = 0; place < draft.files().size(); place++) {
            DraftFile file = draft.files().get(place);
            jdbc.sql("insert into bench_draft_file (draft, place, name, bytes) values (?, ?, ?, ?)")
                    .params(Rows.values(draft.id(), place, file.name(), file.bytes()))
                    .update();
        }
        removeOlderOf(draft);
        return draft;
    }

    private void removeOlderOf(Draft newest) {
        jdbc.sql("delete from bench_draft where author = ? and id <> ? and id not in (select id from bench_draft"
                        + " where author = ? order by made_at desc, id fetch first " + OF_ONE + " rows only)")
                .params(newest.author(), newest.id(), newest.author())
                .update();
    }

    private static List<DraftFile> named(List<DraftFile> files) {
        Set<String> taken = new HashSet<>();
        List<DraftFile> named = new ArrayList<>();
        for (DraftFile file : files) {
            int dot = file.name().lastIndexOf('.');
            String name = file.name();
            for (int number = 2; !taken.add(name); number++) {
                name = file.name().substring(0, dot) + "-" + number
                        + file.name().substring(dot);
            }
            named.add(new DraftFile(name, shortened(file.bytes())));
        }
        return named;
    }

    private static byte[] shortened(byte[] bytes) {
        return bytes.length > Models.LARGEST ? Arrays.copyOf(bytes, Models.LARGEST + 1) : bytes;
    }

    /** The draft with this id, if there is one still. */
    @Transactional(readOnly = true)
    public Optional<Draft> find(String id) {
        Optional<Draft> empty = jdbc.sql("select * from bench_draft where id = ?")
                .param(id)
                .query(Drafts::withoutFiles)
                .optional();
        return empty.map(draft ->
                draft.with(jdbc.sql("select name, bytes from bench_draft_file where draft = ? order by place")
                        .param(id)
                        .query((row, number) -> new DraftFile(row.getString("name"), row.getBytes("bytes")))
                        .list()));
    }

    /** The newest drafts of somebody, newest first; their files without their bytes. */
    @Transactional(readOnly = true)
    public List<Draft> newestOf(String author, int most) {
        List<Draft> newest = jdbc.sql(
                        "select * from bench_draft where author = ? order by made_at desc, id fetch first "
                                + Math.max(1, most) + " rows only")
                .param(author)
                .query(Drafts::withoutFiles)
                .list();
        return newest.stream()
                .map(draft -> draft.with(jdbc.sql("select name from bench_draft_file where draft = ? order by place")
                        .param(draft.id())
                        .query((row, number) -> new DraftFile(row.getString("name"), new byte[0]))
                        .list()))
                .toList();
    }

    private static Draft withoutFiles(ResultSet row, int number) throws SQLException {
        return new Draft(row.getString("id"), row.getString("author"), Rows.instant(row, "made_at"), List.of());
    }

    /** Removes those that are older. */
    void removeOld() {
        jdbc.sql("delete from bench_draft where made_at < ?")
                .param(Rows.at(clock.instant().minus(KEPT)))
                .update();
    }
}
