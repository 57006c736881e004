package dev.baton.intake;

class MailOnH2Test extends MailContract {}
