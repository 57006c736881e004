package dev.baton.intake;

import dev.baton.testkit.OnPostgres;

@OnPostgres
class CorrectionsOnPostgresTest extends CorrectionsContract {}
