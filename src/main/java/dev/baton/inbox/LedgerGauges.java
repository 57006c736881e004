package dev.baton.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many mails of the ledger are in each state, as gauges for programs that watch; read from an index. */
@Component
class LedgerGauges implements MeterBinder {

    private final JdbcClient jdbc;

    LedgerGauges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (LedgerState state : LedgerState.values()) {
            Gauge.builder("baton.inbox.mails", () -> count(state))
                    .tag("state", state.word())
                    .description("Mails that arrived, by what became of them")
                    .register(registry);
        }
    }

    private long count(LedgerState state) {
        return jdbc.sql("select count(*) from ledger where state = ?")
                .param(state.word())
                .query(Long.class)
                .single();
    }
}
