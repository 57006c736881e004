package dev.baton.outbox;

import static dev.baton.shared.Rows.at;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Empties mails of ours that belong to no request, such as digests and sign-in links, when nobody looks for their words any
 * more. Their rows stay: by them an answer is recognised, and weeks are counted. What belongs to a request is its
 * conversation and stays whole, and so does an answer that somebody wrote by hand.
 */
@Component
class OldMails {

    static final Duration KEPT = Duration.ofDays(90);

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    OldMails(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Empties all that are old enough; those that were given up wait for a person and are left alone. */
    void empty() {
        List<Long> old;
        long last = 0;
        do {
            old = jdbc.sql("""
                            select id from outbox_mail
                            where request is null and state in ('sent', 'dropped') and queued_at < ? and body_html <> ''
                              and id > ?
                              and template <> 'answer'
                            order by id fetch first %d rows only""".formatted(BATCH))
                    .param(at(clock.instant().minus(KEPT)))
                    .param(last)
                    .query(Long.class)
                    .list();
            empty(old);
            last = old.isEmpty() ? last : old.get(old.size() - 1);
        } while (old.size() == BATCH);
    }

    private void empty(List<Long> mails) {
        if (!mails.isEmpty()) {
            jdbc.sql("update outbox_mail set body_text = '', body_html = '' where id in (:mails)")
                    .param("mails", mails)
                    .update();
        }
    }
}
