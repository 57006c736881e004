package dev.baton.inbox;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of the ledger, for tests that share a database. */
final class LedgerTables {

    private LedgerTables() {}

    /** As if no mail had ever arrived. */
    static void empty(JdbcClient jdbc) {
        jdbc.sql("delete from ledger_arrival").update();
        jdbc.sql("delete from ledger_raw").update();
        jdbc.sql("delete from ledger").update();
    }
}
