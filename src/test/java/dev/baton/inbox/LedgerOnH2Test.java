package dev.baton.inbox;

class LedgerOnH2Test extends LedgerContract {}
