package dev.baton.web;

class SignInOnH2Test extends SignInContract {}
