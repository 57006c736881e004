package dev.baton.intake;

/** What became of a correction. */
public sealed interface Corrected {

    /** It was done. */
    record Done() implements Corrected {}

    /** Nothing was done, since the entry is not any more as the person saw it: the same press twice, or somebody quicker. */
    record Meanwhile() implements Corrected {}

    /** Nothing was done; the sentence says why and what to do. */
    record Refused(String why) implements Corrected {}
}
