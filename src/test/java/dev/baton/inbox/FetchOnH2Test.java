package dev.baton.inbox;

class FetchOnH2Test extends FetchContract {}
