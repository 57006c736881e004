package dev.baton.intake;

import dev.baton.testkit.OnPostgres;

@OnPostgres
class ForwardOnPostgresTest extends ForwardContract {}
