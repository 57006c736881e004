package dev.baton.intake;

import dev.baton.outbox.QueuedMail;
import dev.baton.shared.EmailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which mails of ours are about an entry of the ledger that somebody answered by hand and that belongs to no request. */
@Component
class HandAnswers {

    private final JdbcClient jdbc;

    HandAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What such a mail is about.
     *
     * @param ledgerId the entry that was answered by hand
     * @param by who answered it
     */
    record HandAnswer(long ledgerId, EmailAddress by) {}

    void add(QueuedMail mail, HandAnswer about) {
        jdbc.sql("insert into hand_answer (mail_id, ledger_id, person) values (?, ?, ?)")
                .params(mail.id(), about.ledgerId(), about.by().value())
                .update();
    }

    Optional<HandAnswer> of(QueuedMail mail) {
        return jdbc.sql("select ledger_id, person from hand_answer where mail_id = ?")
                .param(mail.id())
                .query(HandAnswers::handAnswer)
                .optional();
    }

    private static HandAnswer handAnswer(ResultSet row, int number) throws SQLException {
        return new HandAnswer(row.getLong("ledger_id"), EmailAddress.of(row.getString("person")));
    }
}
