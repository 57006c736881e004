package dev.baton.bench;

import dev.baton.testkit.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Mails that wait in an IMAP mailbox before Baton starts become requests. The time runs from the first mail fetched to
 * the moment when nothing in the ledger waits any more; both sides start cold.
 */
record WaitingMails(Settings settings) {

    void run(String kind) {
        int mails = settings.mails();
        double one = BareEngine.rate(Store.empty(kind), mails, 1);
        double two = BareEngine.rate(Store.empty(kind), mails, 2);
        double baton = baton(Store.empty(kind));
        System.out.printf(
                Locale.ROOT,
                "1 %-8s %d mails%s: Baton %.1f/s with 2 workers; bare engine %.1f/s on 1 thread, %.1f/s on 2; ratio %.2f (at least 0.50)%n",
                kind,
                mails,
                settings.sending() ? ", sending meanwhile" : ", not sending",
                baton,
                one,
                two,
                baton / two);
    }

    private double baton(Store store) {
        try (Company company = new Company()) {
            for (int mail = 0; mail < settings.mails(); mail++) {
                company.writes();
            }
            Map<String, String> properties = company.settings(store);
            properties.put("baton.outbox.sending", String.valueOf(settings.sending()));
            if (!settings.sending()) {
                properties.put("db-scheduler.polling-interval", "1h");
            }
            Instant end;
            try (Forked baton =
                    Forked.application("dev.baton.BatonApplication", properties).up()) {
                end = worked(baton.visitor());
            }
            JdbcClient jdbc = store.jdbc();
            check(jdbc);
            Instant start = jdbc.sql("select min(received_at) from ledger")
                    .query(OffsetDateTime.class)
                    .single()
                    .toInstant();
            return settings.mails() / (Duration.between(start, end).toMillis() / 1e3);
        }
    }

    private Instant worked(Visitor visitor) {
        String last = "\"FLYER-" + settings.mails() + "\"";
        while (true) {
            Instant now = Instant.now();
            if (visitor.calls("/api/requests?size=1", "bench").body().contains(last)
                    && visitor.calls("/api/inbound?state=received&size=1", "bench")
                            .body()
                            .contains("\"items\":[]")) {
                return now;
            }
            Pace.pause(Duration.ofMillis(300));
        }
    }

    private void check(JdbcClient jdbc) {
        expect(jdbc, "select count(*) from ledger where state = 'opened'");
        expect(jdbc, "select count(*) from request where started_at is not null");
        expect(jdbc, "select count(distinct business_key_) from act_ru_execution where parent_id_ is null");
        expect(jdbc, "select count(distinct request) from outbox_mail where template = 'acknowledgement'");
    }

    private void expect(JdbcClient jdbc, String count) {
        long found = jdbc.sql(count).query(Long.class).single();
        if (found != settings.mails()) {
            throw new IllegalStateException(found + " instead of " + settings.mails() + ": " + count);
        }
    }
}
