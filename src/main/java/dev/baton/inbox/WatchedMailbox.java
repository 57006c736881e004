package dev.baton.inbox;

/** A mailbox of the settings with what this node needs to fetch from it, and what it knows of it. */
record WatchedMailbox(Mailbox mailbox, Fetch fetch, FetchStatus status) {}
