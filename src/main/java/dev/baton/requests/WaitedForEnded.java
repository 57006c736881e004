package dev.baton.requests;

import java.util.List;

/**
 * A request ended for which others waited, told in the transaction that ends it. If it was delivered their blockers are
 * lifted; if it was closed they hold, since what they wait for will not come, and somebody has to decide.
 *
 * @param waiting the blockers that waited for it, longest first; at least one
 */
public record WaitedForEnded(Request ended, List<Blocker> waiting) {}
