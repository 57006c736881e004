package dev.baton.inbox;

/** How the fetcher waits. */
interface Pauses {

    /** Until the mailbox is to be looked at again, where the server cannot tell by itself. */
    void untilNextPoll() throws InterruptedException;

    /** After so many attempts in a row that failed, before the next one. */
    void afterFailure(int failures) throws InterruptedException;

    /** Ends the pause that is on and every later one. */
    void end();
}
