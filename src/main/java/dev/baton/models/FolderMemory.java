package dev.baton.models;

import dev.baton.shared.Rows;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * With what content each file last came from each folder. Nodes may have folders of their own that differ for a while,
 * as when they are changed one after the other; what a folder has brought it does not bring again.
 */
final class FolderMemory {

    /** Machines get new names and are forgotten; whoever comes back after that is met like somebody new. */
    private static final Duration KEPT = Duration.ofDays(400);

    private final JdbcClient jdbc;
    private final Clock clock;

    FolderMemory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The digest of the file's content as this folder last brought it; nothing if it never did. */
    Optional<String> last(String folder, String name) {
        return jdbc.sql("select digest from model_folder where folder = ? and name = ?")
                .params(folder, name)
                .query(String.class)
                .optional();
    }

    void brought(String folder, SourceFile file) {
        String digest = file.digest();
        if (last(folder, file.name()).filter(digest::equals).isEmpty() && update(folder, file.name(), digest) == 0) {
            forgetOld();
            insert(folder, file.name(), digest);
        }
    }

    private int update(String folder, String name, String digest) {
        return jdbc.sql("update model_folder set digest = ?, brought_at = ? where folder = ? and name = ?")
                .params(Rows.values(digest, clock.instant(), folder, name))
                .update();
    }

    private void insert(String folder, String name, String digest) {
        try {
            jdbc.sql("insert into model_folder (digest, brought_at, folder, name) values (?, ?, ?, ?)")
                    .params(Rows.values(digest, clock.instant(), folder, name))
                    .update();
        } catch (DuplicateKeyException sameFolderTwice) {
            update(folder, name, digest);
        }
    }

    private void forgetOld() {
        jdbc.sql("delete from model_folder where brought_at < ?")
                .param(Rows.at(clock.instant().minus(KEPT)))
                .update();
    }

    void forget(String folder, String name) {
        jdbc.sql("delete from model_folder where folder = ? and name = ?")
                .params(folder, name)
                .update();
    }
}
