package dev.baton.intake;

import dev.baton.shared.RequestRef;
import dev.baton.shared.Rows;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers that were confirmed, so that the next step that waits does not get the same words from the same link. */
@Component
class TakenReplies {

    private final JdbcClient jdbc;
    private final Clock clock;

    TakenReplies(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** When the answer in this mail was confirmed, if it was. */
    Optional<Instant> takenAt(RequestRef request, long ledgerId) {
        return jdbc.sql("select taken_at from reply_taken where ref = ? and ledger_id = ?")
                .params(request.toString(), ledgerId)
                .query((row, number) -> Rows.instant(row, "taken_at"))
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException if it was confirmed at this moment: look again */
    void add(RequestRef request, long ledgerId) {
        jdbc.sql("insert into reply_taken (ref, ledger_id, taken_at) values (?, ?, ?)")
                .params(Rows.values(request.toString(), ledgerId, clock.instant()))
                .update();
    }
}
