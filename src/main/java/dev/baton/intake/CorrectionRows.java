package dev.baton.intake;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.shared.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people made of mails by hand. */
@Component
class CorrectionRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    CorrectionRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(
            long ledgerId,
            Correction.Act act,
            EmailAddress by,
            @Nullable RequestRef from,
            @Nullable RequestRef to,
            @Nullable String detail) {
        jdbc.sql("""
                        insert into correction (ledger_id, act, made_by, made_at, from_ref, to_ref, detail)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(Rows.values(
                        ledgerId,
                        act.word(),
                        by.value(),
                        clock.instant(),
                        from == null ? null : from.toString(),
                        to == null ? null : to.toString(),
                        detail))
                .update();
    }

    /** All of one mail, oldest first. */
    List<Correction> of(long ledgerId) {
        return jdbc.sql("select * from correction where ledger_id = ? order by id")
                .param(ledgerId)
                .query(CorrectionRows::correction)
                .list();
    }

    private static Correction correction(ResultSet row, int number) throws SQLException {
        return new Correction(
                row.getLong("id"),
                row.getLong("ledger_id"),
                Correction.Act.valueOf(row.getString("act").toUpperCase(Locale.ROOT)),
                EmailAddress.of(row.getString("made_by")),
                Rows.instant(row, "made_at"),
                ref(row.getString("from_ref")),
                ref(row.getString("to_ref")),
                row.getString("detail"));
    }

    private static @Nullable RequestRef ref(@Nullable String text) {
        return text == null ? null : RequestRef.of(text);
    }
}
