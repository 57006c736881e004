package dev.baton.inbox;

/** A file that was packed into another part. */
interface PackedFile {

    /** As its writer called it; may be empty. */
    String name();

    byte[] content();
}
