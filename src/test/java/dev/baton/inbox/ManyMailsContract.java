package dev.baton.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.shared.Page;
import dev.baton.shared.RequestRef;
import dev.baton.shared.Rows;
import dev.baton.testkit.BatonTest;
import dev.baton.testkit.SettableClock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** What the list reads where 30,000 mails have arrived, whatever database is below. */
@BatonTest
@ContextConfiguration(classes = OnlyTheInbox.class)
abstract class ManyMailsContract {

    private static final int PAGE = 50;

    /** Rows that may be read for a page: its own and one, with whatever lies between them. */
    private static final long FEW = 40 * PAGE;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    /** How many rows the database looks at, of tables and indexes, to answer this. */
    abstract long rowsRead(LedgerLists.Asked asked);

    /** Of every hundred mails one waits, and five are of launches. */
    @BeforeEach
    void thirtyThousandMails() {
        empty();
        for (int tenThousand = 0; tenThousand < 3; tenThousand++) {
            tenThousandMails(tenThousand);
        }
        jdbc.sql("analyze").update();
    }

    private void tenThousandMails(int tenThousand) {
        String digits = "(values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9))";
        jdbc.sql("""
                        insert into ledger (digest, message_id, sender, subject, complete, size, received_at, state,
                                            next_attempt_at, request, workflow)
                        select cast(cast(n as varchar(10)) as bytea), cast(n as varchar(10)), 'petra@customer.example',
                               'Mail ' || cast(n as varchar(10)), true, 100, :at,
                               case when mod(n, 100) = 7 then 'quarantined' else 'joined' end, :at,
                               case when mod(n, 300) = 0 then 'LAUNCH-7' else 'PAGE-' || cast(1 + mod(n, 90) as varchar(10)) end,
                               case when mod(n, 20) = 0 then 'launch' when mod(n, 100) = 7 then null else 'page' end
                        from (select %2$d * 10000 + b.d * 1000 + c.d * 100 + d.d * 10 + e.d as n
                              from %1$s as b(d) cross join %1$s as c(d)
                                   cross join %1$s as d(d) cross join %1$s as e(d)) as numbers
                        order by numbers.n""".formatted(digits, tenThousand))
                .param("at", Rows.at(SettableClock.START))
                .update();
    }

    @AfterEach
    void empty() {
        LedgerTables.empty(jdbc);
    }

    private void assertFew(LedgerFilter filter, long before) {
        LedgerLists.Asked asked = LedgerLists.asked(filter, before, PAGE + 1);
        assertThat(rowsRead(asked)).as(asked.sql()).isPositive().isLessThan(FEW);
    }

    @Test
    void eachPageOfTheListReadsLittleMoreThanItShows() {
        LedgerFilter waiting = LedgerFilter.in(LedgerState.QUARANTINED);
        LedgerFilter launches = LedgerFilter.all().seenBy(Set.of("launch"));
        for (LedgerFilter filter : List.of(
                LedgerFilter.all(),
                waiting,
                LedgerFilter.in(LedgerState.JOINED),
                LedgerFilter.of(RequestRef.of("LAUNCH-7")),
                launches,
                launches.with(LedgerState.QUARANTINED))) {
            Page<LedgerLine> first = ledger.lines(filter, 0, PAGE);
            assertThat(first.items()).hasSize(PAGE);
            assertFew(filter, Long.MAX_VALUE);
            long next = Long.parseLong(String.valueOf(first.next()));
            assertThat(ledger.lines(filter, next, PAGE).items())
                    .hasSize(PAGE)
                    .allSatisfy(line -> assertThat(line.id()).isLessThan(next));
            assertFew(filter, next);
            assertFew(filter, next - 10_000);
        }
        assertThat(ledger.counts(LedgerFilter.all()))
                .containsAllEntriesOf(Map.of(LedgerState.QUARANTINED, 300L, LedgerState.JOINED, 29_700L));
        assertThat(ledger.counts(launches)).containsEntry(LedgerState.JOINED, 1_500L);
    }
}
