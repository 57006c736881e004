package dev.baton.intake;

import dev.baton.testkit.OnPostgres;

@OnPostgres
class ForecastOnPostgresTest extends ForecastContract {}
