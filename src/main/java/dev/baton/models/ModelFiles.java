package dev.baton.models;

import dev.baton.shared.Rows;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * What became of the folder's files, for all nodes. A file that was once deployed is not deployed again before it
 * changes, so that a version that came another way is not taken back by a restart.
 */
public class ModelFiles {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ModelFiles(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** All files, by name. */
    public List<ModelFile> all() {
        return jdbc.sql("select * from model_file order by name").query(row()).list();
    }

    Optional<ModelFile> find(String name) {
        return jdbc.sql("select * from model_file where name = ?")
                .param(name)
                .query(row())
                .optional();
    }

    /** Two nodes that read the same new file at once both try; what they have to say is the same. */
    void save(ModelFile file) {
        if (update(file) == 0) {
            try {
                insert(file);
            } catch (DuplicateKeyException otherNodeWasFirst) {
                update(file);
            }
        }
    }

    private int update(ModelFile file) {
        return jdbc.sql("update model_file set digest = ?, checked_at = ?, report = ? where name = ?")
                .param(file.digest())
                .param(Rows.at(file.checkedAt()))
                .param(json.writeValueAsString(file.report()))
                .param(file.name())
                .update();
    }

    private void insert(ModelFile file) {
        jdbc.sql("insert into model_file (digest, checked_at, report, name) values (?, ?, ?, ?)")
                .param(file.digest())
                .param(Rows.at(file.checkedAt()))
                .param(json.writeValueAsString(file.report()))
                .param(file.name())
                .update();
    }

    /**
     * Whether nobody was told yet that this file was refused with this content; somebody is, after that. In the transaction
     * that tells.
     */
    boolean tellsFirst(ModelFile refused) {
        return jdbc.sql("""
                        update model_file set told_digest = ?
                        where name = ? and digest = ? and (told_digest is null or told_digest <> ?)""")
                        .params(refused.digest(), refused.name(), refused.digest(), refused.digest())
                        .update()
                > 0;
    }

    /** Whether somebody was told that this file was refused; nobody was, after that. In the transaction that tells. */
    boolean wasToldOf(String name) {
        return jdbc.sql("update model_file set told_digest = null where name = ? and told_digest is not null")
                        .param(name)
                        .update()
                > 0;
    }

    void delete(String name) {
        jdbc.sql("delete from model_file where name = ?").param(name).update();
    }

    private RowMapper<ModelFile> row() {
        return (row, number) -> new ModelFile(
                row.getString("name"),
                row.getString("digest"),
                Rows.instant(row, "checked_at"),
                json.readValue(row.getString("report"), CheckReport.class));
    }
}
