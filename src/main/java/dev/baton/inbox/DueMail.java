package dev.baton.inbox;

/** An entry that waits to be worked through, and its size in bytes. */
record DueMail(long id, long size) {

    private static final long SMALL = 64 * 1024;

    /** Whether many like it may be held in memory at once. */
    boolean isSmall() {
        return size <= SMALL;
    }
}
