package dev.baton.outbox;

class OutboxOnH2Test extends OutboxContract {}
