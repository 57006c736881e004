package dev.baton.metrics.web;

import java.util.List;

/**
 * Requests that ask for attention for the same reason.
 *
 * @param all how many there are
 * @param lines the most urgent of them
 */
record AttentionGroup(int all, List<AttentionLine> lines) {

    /** How many of them no line tells of. */
    public int more() {
        return all - lines.size();
    }
}
