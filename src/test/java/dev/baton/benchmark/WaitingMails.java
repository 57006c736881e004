package dev.baton.benchmark;

import dev.baton.testkit.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Mails that wait in an IMAP mailbox become requests, in lots: those that were there when Baton started, then as many again
 * that came while it stood still (SIGSTOP), so that none of them is fetched before all are there. The time runs from the
 * first of a lot fetched to the moment when nothing in the ledger waits any more. The bare engine starts as many processes
 * in as many lots.
 */
record WaitingMails(Settings settings) {

    void run(String kind) {
        int mails = settings.mails();
        Rates one = BareEngine.rates(Store.empty(kind), mails, 1);
        Rates two = BareEngine.rates(Store.empty(kind), mails, 2);
        Rates baton = baton(Store.empty(kind));
        print(kind, "warm", baton.warm(), one.warm(), two.warm());
        print(kind, "cold", baton.cold(), one.cold(), two.cold());
    }

    private void print(String kind, String state, double baton, double one, double two) {
        System.out.printf(
                Locale.ROOT,
                "1 %-8s %s, %d mails%s: Baton %.1f/s with 2 workers; bare engine %.1f/s on 1 thread (ratio %.2f), %.1f/s on 2 (ratio %.2f); at least 0.50%n",
                kind,
                state,
                settings.mails(),
                settings.sending() ? ", sending meanwhile" : ", not sending",
                baton,
                one,
                baton / one,
                two,
                baton / two);
    }

    private Rates baton(Store store) {
        try (Company company = new Company()) {
            write(company);
            Map<String, String> properties = company.settings(store);
            properties.put("baton.outbox.sending", String.valueOf(settings.sending()));
            if (!settings.sending()) {
                properties.put("db-scheduler.polling-interval", "1h");
            }
            List<Instant> ends = new ArrayList<>();
            try (Forked baton =
                    Forked.application("dev.baton.BatonApplication", properties).up()) {
                ends.add(worked(baton.visitor(), settings.mails()));
                while (ends.size() < Rates.LOTS) {
                    baton.pausedWhile(() -> write(company));
                    ends.add(worked(baton.visitor(), (ends.size() + 1) * settings.mails()));
                }
            }
            JdbcClient jdbc = store.jdbc();
            check(jdbc);
            int last = Rates.LOTS - 1;
            return new Rates(rate(jdbc, 0, ends.get(0)), rate(jdbc, last, ends.get(last)));
        }
    }

    private void write(Company company) {
        for (int mail = 0; mail < settings.mails(); mail++) {
            company.writes();
        }
    }

    private double rate(JdbcClient jdbc, int lot, Instant end) {
        Instant start = jdbc.sql("select received_at from ledger order by id offset ? rows fetch first 1 rows only")
                .param(lot * settings.mails())
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        return settings.mails() / (Duration.between(start, end).toMillis() / 1e3);
    }

    private static Instant worked(Visitor visitor, int mails) {
        while (true) {
            Instant now = Instant.now();
            if (visitor.calls("/api/inbound?size=1", "bench").body().contains("{\"id\":" + mails + ",")
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
        long expected = (long) Rates.LOTS * settings.mails();
        if (found != expected) {
            throw new IllegalStateException(found + " instead of " + expected + ": " + count);
        }
    }
}
