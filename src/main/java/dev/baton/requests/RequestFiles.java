package dev.baton.requests;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.OncePerTransaction;
import dev.baton.shared.Parts;
import dev.baton.shared.RequestRef;
import dev.baton.shared.Rows;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The files of requests: what came with mails, and what was put into forms. */
@Component
public class RequestFiles {

    private static final String FACTS =
            "select id, ref, name, media_type, size, added_by, added_at, ledger_id, in_text from request_file ";

    private final JdbcClient jdbc;
    private final Parts parts;
    private final Clock clock;
    private final OncePerTransaction<RequestRef, List<StoredFile>> known = new OncePerTransaction<>();

    RequestFiles(JdbcClient jdbc, JdbcTemplate template, Clock clock) {
        this.jdbc = jdbc;
        this.parts = new Parts(template, "request_file_part", "file_id");
        this.clock = clock;
    }

    /**
     * Keeps the file; a name is shortened to 255 characters.
     *
     * @throws UncheckedIOException if its bytes cannot be read
     */
    @Transactional
    public void add(RequestRef request, NewFile file, EmailAddress by) {
        add(request, file, by, null);
    }

    /**
     * The same for a file that came with a mail.
     *
     * @param ledgerId the mail in the ledger; null if it came with none
     */
    @Transactional
    public void add(RequestRef request, NewFile file, EmailAddress by, @Nullable Long ledgerId) {
        known.forget(request);
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into request_file (ref, name, media_type, size, added_by, added_at, ledger_id, in_text)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Rows.values(
                        request.toString(),
                        Texts.atMost(
                                255,
                                file.name().isBlank() ? "file" : file.name().strip()),
                        Texts.atMost(200, file.mediaType()),
                        file.size(),
                        by.value(),
                        clock.instant(),
                        ledgerId,
                        file.inText()))
                .update(id, "id");
        try (InputStream content = file.content().getInputStream()) {
            parts.add(Objects.requireNonNull(id.getKeyAs(Long.class)), content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The file " + file.name() + " cannot be read", unreadable);
        }
    }

    /** The request's files, oldest first, with the pictures that stand in the texts of mails. */
    public List<StoredFile> of(RequestRef request) {
        return known.get(request, () -> read(request));
    }

    /** The files of a mail that was moved away are the request's no longer; links to them in mails still work. */
    void moveAway(RequestRef request, long ledgerId, Instant at) {
        known.forget(request);
        jdbc.sql("update request_file set moved_at = ? where ref = ? and ledger_id = ? and moved_at is null")
                .params(Rows.values(at, request.toString(), ledgerId))
                .update();
    }

    private List<StoredFile> read(RequestRef request) {
        return jdbc.sql(FACTS + "where ref = ? and moved_at is null order by id")
                .param(request.toString())
                .query(RequestFiles::file)
                .list();
    }

    /** The file with this number. */
    public Optional<StoredFile> find(long id) {
        return jdbc.sql(FACTS + "where id = ?")
                .param(id)
                .query(RequestFiles::file)
                .optional();
    }

    /** The bytes of a file that {@link #find} gave, fetched while they are read; needs no closing. */
    public InputStream content(long id) {
        return parts.read(id);
    }

    private static StoredFile file(ResultSet row, int number) throws SQLException {
        return new StoredFile(
                row.getLong("id"),
                RequestRef.of(row.getString("ref")),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                EmailAddress.of(row.getString("added_by")),
                Rows.instant(row, "added_at"),
                row.getObject("ledger_id", Long.class),
                row.getBoolean("in_text"));
    }
}
