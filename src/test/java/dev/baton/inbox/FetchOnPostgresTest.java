package dev.baton.inbox;

import dev.baton.testkit.OnPostgres;

@OnPostgres
class FetchOnPostgresTest extends FetchContract {}
