package dev.baton.intake;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.shared.Rows;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which forms were sent, each once: the form's id is the key. */
@Component
class SentForms {

    private final JdbcClient jdbc;
    private final Clock clock;

    SentForms(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The form is being taken, in this transaction.
     *
     * @throws org.springframework.dao.DuplicateKeyException if it was sent before
     */
    void note(String form, EmailAddress sender) {
        jdbc.sql("insert into form_submission (form_id, sender, sent_at) values (?, ?, ?)")
                .params(Rows.values(form, sender.value(), clock.instant()))
                .update();
    }

    void opened(String form, RequestRef request) {
        jdbc.sql("update form_submission set ref = ? where form_id = ?")
                .params(request.toString(), form)
                .update();
    }

    /** The request that the form opened. */
    Optional<RequestRef> request(String form) {
        return jdbc.sql("select ref from form_submission where form_id = ? and ref is not null")
                .param(form)
                .query(String.class)
                .optional()
                .map(RequestRef::of);
    }

    /** How many forms came from this address within the last hour. */
    int withinTheHour(EmailAddress sender) {
        return jdbc.sql("select count(*) from form_submission where sender = ? and sent_at > ?")
                .params(Rows.values(sender.value(), clock.instant().minus(Duration.ofHours(1))))
                .query(Integer.class)
                .single();
    }
}
