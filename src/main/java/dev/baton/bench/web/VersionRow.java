package dev.baton.bench.web;

import java.util.List;

/**
 * A version as the list shows it.
 *
 * @param deployed when, in words
 * @param author who, in words; empty if nobody in particular
 * @param changes the first things that it does differently from the one before
 * @param more how many there are beside those
 * @param onlyDrawing whether it does the same as the one before
 * @param first whether there is none before it
 */
record VersionRow(
        int number,
        String deployed,
        String author,
        String comment,
        long running,
        long finished,
        List<String> changes,
        int more,
        boolean onlyDrawing,
        boolean first) {}
