package dev.baton.requests;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.shared.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files of requests: what came with mails, and what was put into forms. */
@Component
public class RequestFiles {

    private static final String FACTS = "select id, ref, name, media_type, size, added_by, added_at from request_file ";

    private final JdbcClient jdbc;
    private final Clock clock;

    RequestFiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps the file; a name is shortened to 255 characters. */
    public void add(RequestRef request, String name, String mediaType, byte[] content, EmailAddress by) {
        jdbc.sql("""
                        insert into request_file (ref, name, media_type, size, content, added_by, added_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Rows.values(
                        request.toString(),
                        Texts.atMost(255, name.isBlank() ? "file" : name.strip()),
                        Texts.atMost(200, mediaType),
                        content.length,
                        content,
                        by.value(),
                        clock.instant()))
                .update();
    }

    /** The request's files, oldest first. */
    public List<StoredFile> of(RequestRef request) {
        return jdbc.sql(FACTS + "where ref = ? order by id")
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

    /** The bytes of a file that {@link #find} gave. */
    public byte[] content(long id) {
        return jdbc.sql("select content from request_file where id = ?")
                .param(id)
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    private static StoredFile file(ResultSet row, int number) throws SQLException {
        return new StoredFile(
                row.getLong("id"),
                RequestRef.of(row.getString("ref")),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                EmailAddress.of(row.getString("added_by")),
                Rows.instant(row, "added_at"));
    }
}
