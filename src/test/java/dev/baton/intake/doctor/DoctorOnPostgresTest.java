package dev.baton.intake.doctor;

import dev.baton.testkit.OnPostgres;

@OnPostgres
class DoctorOnPostgresTest extends DoctorContract {}
