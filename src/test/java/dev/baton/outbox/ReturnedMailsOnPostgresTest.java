package dev.baton.outbox;

import dev.baton.testkit.OnPostgres;

@OnPostgres
class ReturnedMailsOnPostgresTest extends ReturnedMailsContract {}
