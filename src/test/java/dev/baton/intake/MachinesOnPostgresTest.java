package dev.baton.intake;

import dev.baton.testkit.OnPostgres;

@OnPostgres
class MachinesOnPostgresTest extends MachinesContract {}
