package dev.baton.requests;

import dev.baton.shared.RequestRef;

/** Gives requests their numbers, one count for each prefix. */
interface Numbering {

    /** The next number, for the transaction at hand. */
    RequestRef next(String prefix);
}
