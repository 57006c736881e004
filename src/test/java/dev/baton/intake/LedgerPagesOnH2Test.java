package dev.baton.intake;

class LedgerPagesOnH2Test extends LedgerPagesContract {}
