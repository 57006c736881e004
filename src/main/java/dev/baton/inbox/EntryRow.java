package dev.baton.inbox;

import dev.baton.shared.RequestRef;
import dev.baton.shared.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How an entry of the ledger stands in its tables. */
@Component
class EntryRow {

    static final String SELECT = """
            select l.id, l.message_id, l.sender, l.subject, l.received_at, l.state, l.reason, l.request,
                   t.own_text, t.cut_text, t.attachments, t.notes
            from ledger l left join ledger_text t on t.ledger_id = l.id
            """;

    static final String SELECT_LINE =
            "select l.id, l.sender, l.subject, l.received_at, l.state, l.reason, l.request, l.workflow from ledger l";

    private final JsonMapper json;

    EntryRow(JsonMapper json) {
        this.json = json;
    }

    LedgerEntry read(ResultSet row) throws SQLException {
        String files = row.getString("attachments");
        String notes = row.getString("notes");
        return new LedgerEntry(
                row.getLong("id"),
                row.getString("message_id"),
                row.getString("sender"),
                row.getString("subject"),
                Rows.instant(row, "received_at"),
                state(row),
                row.getString("reason"),
                request(row),
                row.getString("own_text"),
                row.getString("cut_text"),
                files == null ? List.of() : json.readValue(files, new TypeReference<List<AttachedFile>>() {}),
                notes == null ? List.of() : json.readValue(notes, new TypeReference<List<String>>() {}));
    }

    static LedgerLine line(ResultSet row) throws SQLException {
        return new LedgerLine(
                row.getLong("id"),
                row.getString("sender"),
                row.getString("subject"),
                Rows.instant(row, "received_at"),
                state(row),
                row.getString("reason"),
                request(row),
                row.getString("workflow"));
    }

    static LedgerState state(ResultSet row) throws SQLException {
        String word = row.getString("state");
        return LedgerState.parse(word)
                .orElseThrow(() -> new IllegalStateException("The ledger holds an unknown state '" + word + "'"));
    }

    private static @Nullable RequestRef request(ResultSet row) throws SQLException {
        String request = row.getString("request");
        return request == null ? null : RequestRef.of(request);
    }
}
