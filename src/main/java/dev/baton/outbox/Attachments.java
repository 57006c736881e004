package dev.baton.outbox;

import dev.baton.shared.Parts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The files of queued mails; their bytes are fetched while the mail goes out. */
@Component
class Attachments {

    private final JdbcClient jdbc;
    private final Parts parts;

    Attachments(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.parts = new Parts(template, "outbox_attachment_part", "attachment_id");
    }

    void insert(long mail, List<OutgoingAttachment> files) {
        for (int position = 0; position < files.size(); position++) {
            insert(mail, position, files.get(position));
        }
    }

    private void insert(long mail, int position, OutgoingAttachment file) {
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("insert into outbox_attachment (mail, position, name, type) values (?, ?, ?, ?)")
                .params(mail, position, file.name(), file.type())
                .update(id, "id");
        try (InputStream content = file.content().getInputStream()) {
            parts.add(Objects.requireNonNull(id.getKeyAs(Long.class)), content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The file " + file.name() + " cannot be read", unreadable);
        }
    }

    /** The files of a mail, in their order. */
    List<OutgoingAttachment> of(long mail) {
        return jdbc.sql("select id, name, type from outbox_attachment where mail = ? order by position")
                .param(mail)
                .query((row, number) -> {
                    long id = row.getLong("id");
                    return new OutgoingAttachment(row.getString("name"), row.getString("type"), () -> parts.read(id));
                })
                .list();
    }
}
