package dev.baton.inbox;

/** An entry that waits to be worked through, and its size in bytes. */
record DueMail(long id, long size) {}
