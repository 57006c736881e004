package dev.baton.outbox;

class ReturnedMailsOnH2Test extends ReturnedMailsContract {}
