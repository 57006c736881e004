package dev.baton.inbox;

import dev.baton.testkit.OnPostgres;

@OnPostgres
class LedgerOnPostgresTest extends LedgerContract {}
