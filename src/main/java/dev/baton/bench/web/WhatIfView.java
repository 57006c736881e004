package dev.baton.bench.web;

import dev.baton.shared.RequestRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page says of a trial on past requests, in sentences that each open the requests behind them.
 *
 * @param lead the answer in one sentence
 * @param frame which requests, in a sentence; empty if there are none
 * @param otherwise one sentence at most
 * @param running null if it could not be found out
 * @param runningLead what becomes of those that run, in one sentence
 */
record WhatIfView(
        int requests,
        String lead,
        String frame,
        List<Line> ways,
        List<Load> loads,
        List<Line> fields,
        List<Line> unplayed,
        List<Line> assumed,
        List<Line> otherwise,
        @Nullable List<Line> running,
        String runningLead) {

    /** A sentence and the requests it is true of. */
    record Line(String kind, String sentence, List<RequestRef> requests) {}

    /**
     * How many tasks somebody would have had.
     *
     * @param difference in words: "12 more"
     */
    record Load(String name, int now, int then, String difference, List<RequestRef> requests) {}
}
