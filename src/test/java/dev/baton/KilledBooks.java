package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database says when all is done. */
record KilledBooks(JdbcClient jdbc) {

    void haveEveryMailInOneFinalState(Collection<String> written, int opened, int joined, int answered) {
        assertThat(jdbc.sql("select message_id from ledger").query(String.class).list())
                .containsExactlyInAnyOrderElementsOf(written);
        assertThat(counted("select state, count(*) from ledger group by state"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("opened", opened, "joined", joined, "answered", answered));
        assertThat(count("select count(*) from ledger where request is null")).isZero();
        assertThat(count("select count(*) from ledger_arrival")).isEqualTo(written.size());
    }

    void haveEachRequestOnce(int requests, int delivered) {
        assertThat(count("select count(*) from request")).isEqualTo(requests);
        assertThat(count("select count(distinct ref) from request")).isEqualTo(requests);
        assertThat(count("select count(distinct title) from request")).isEqualTo(requests);
        assertThat(count("select count(*) from request where started_at is not null"))
                .isEqualTo(requests);
        assertThat(count("select count(*) from request where ended_at is not null"))
                .isEqualTo(delivered);
        assertThat(count("select count(*) from act_hi_procinst")).isEqualTo(requests);
        assertThat(count("select count(distinct business_key_) from act_hi_procinst"))
                .isEqualTo(requests);
        assertThat(count("select count(*) from act_hi_procinst where end_time_ is not null"))
                .isEqualTo(delivered);
        assertThat(count("select count(*) from task")).isEqualTo(requests);
        assertThat(count("select count(distinct ref) from decision")).isEqualTo(delivered);
        assertThat(jdbc.sql("select ledger_id from message").query(Long.class).list())
                .containsExactlyInAnyOrderElementsOf(
                        jdbc.sql("select id from ledger").query(Long.class).list());
    }

    /** An acknowledgement when a request was opened, and another when its brief was complete. */
    void haveEachOfOurMailsOnce(int requests, int delivered, Collection<String> came) {
        assertThat(counted("select template, count(*) from outbox_mail group by template"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "acknowledgement",
                        2 * requests,
                        "task",
                        requests,
                        "delivered",
                        delivered,
                        "decision-recorded",
                        delivered));
        assertThat(counted(
                        "select template, max(mails) from (select template, request, count(*) as mails from outbox_mail"
                                + " group by template, request) as of_a_request group by template"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("acknowledgement", 2, "task", 1, "delivered", 1, "decision-recorded", 1));
        assertThat(came)
                .containsExactlyInAnyOrderElementsOf(jdbc.sql("select message_id from outbox_mail")
                        .query(String.class)
                        .list());
    }

    private int count(String query) {
        return jdbc.sql(query).query(Integer.class).single();
    }

    private Map<String, Integer> counted(String query) {
        Map<String, Integer> counted = new TreeMap<>();
        jdbc.sql(query).query(row -> {
            counted.put(row.getString(1), row.getInt(2));
        });
        return counted;
    }
}
