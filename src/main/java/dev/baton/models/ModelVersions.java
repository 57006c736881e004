package dev.baton.models;

import dev.baton.engine.DefinitionVersion;
import dev.baton.engine.Deployment;
import dev.baton.shared.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who deployed which version, when, which way and why. */
@Component
public class ModelVersions {

    /** Characters of a comment that are kept. */
    public static final int LONGEST_COMMENT = 2_000;

    private final JdbcClient jdbc;

    ModelVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The record of this version; nothing if it was deployed before there were any. */
    public Optional<ModelVersion> find(String definitionId) {
        return jdbc.sql("select * from model_version where definition_id = ?")
                .param(definitionId)
                .query(ModelVersions::version)
                .optional();
    }

    /** All versions of the process or decision table with this key, newest first. */
    public List<ModelVersion> of(String key) {
        return jdbc.sql("""
                        select * from model_version where definition_key = ?
                        order by version desc, deployed_at desc, definition_id""").param(key).query(ModelVersions::version).list();
    }

    void record(Deployment deployment, Author author, String comment) {
        for (DefinitionVersion version : deployment.versions()) {
            jdbc.sql("""
                            insert into model_version (definition_id, definition_key, version, deployment_id, author, source,
                              comment, deployed_at) values (?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(Rows.values(
                            version.id(),
                            version.key(),
                            version.version(),
                            deployment.id(),
                            author.name(),
                            author.way().word(),
                            shortened(comment),
                            deployment.at()))
                    .update();
        }
    }

    private static String shortened(String comment) {
        String plain = comment.replace("\u0000", "").strip();
        return plain.length() > LONGEST_COMMENT ? plain.substring(0, LONGEST_COMMENT) : plain;
    }

    private static ModelVersion version(ResultSet row, int number) throws SQLException {
        return new ModelVersion(
                row.getString("definition_id"),
                row.getString("definition_key"),
                row.getInt("version"),
                row.getString("deployment_id"),
                row.getString("author"),
                Way.ofWord(row.getString("source")),
                row.getString("comment"),
                Rows.instant(row, "deployed_at"));
    }
}
