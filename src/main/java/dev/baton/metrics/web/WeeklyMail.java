package dev.baton.metrics.web;

import java.util.List;

/**
 * What the template {@code weekly} may name; all texts are in words, days in the reader's zone.
 *
 * @param sentence what matters most
 * @param counted of which weeks the numbers are
 * @param examples whether made-up requests are among them
 * @param moreRisks at risk and not in the list
 * @param moreDecisions tasks that wait for a decision and are not in the list
 */
record WeeklyMail(
        String title,
        String sentence,
        List<Item> risks,
        int moreRisks,
        String risksUrl,
        List<Item> decisions,
        int moreDecisions,
        String decisionsUrl,
        String counted,
        boolean examples,
        List<Number> numbers,
        String dashboardUrl,
        String stopUrl,
        String why) {

    /** @param reference of the request; empty where it is about none */
    record Item(String reference, String title, String sentence, String url) {}

    /** @param change against the four weeks before */
    record Number(String label, String value, String change, String url) {}
}
