package dev.baton.intake;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.shared.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of forwards that opened requests. */
@Component
class ForwardRows {

    private final JdbcClient jdbc;

    ForwardRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Forward forward) {
        EmailAddress original = forward.original();
        jdbc.sql("""
                        insert into forward (ref, forwarder, forwarder_name, original, original_name)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(Rows.values(
                        forward.request().toString(),
                        forward.forwarder().value(),
                        atMost(forward.forwarderName()),
                        original == null ? null : original.value(),
                        atMost(forward.originalName())))
                .update();
    }

    Optional<Forward> find(RequestRef request) {
        return jdbc.sql("select * from forward where ref = ?")
                .param(request.toString())
                .query(ForwardRows::forward)
                .optional();
    }

    private static Forward forward(ResultSet row, int number) throws SQLException {
        String original = row.getString("original");
        return new Forward(
                RequestRef.of(row.getString("ref")),
                EmailAddress.of(row.getString("forwarder")),
                row.getString("forwarder_name"),
                original == null ? null : EmailAddress.of(original),
                row.getString("original_name"));
    }

    private static @Nullable String atMost(@Nullable String name) {
        return name == null ? null : name.substring(0, Math.min(200, name.length()));
    }
}
