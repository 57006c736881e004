package dev.baton.web;

import dev.baton.testkit.OnPostgres;

@OnPostgres
class SignInOnPostgresTest extends SignInContract {}
