package dev.baton.bench.web;

import dev.baton.shared.RequestRef;
import java.util.List;

/**
 * What the plan says of the requests that stand at one place.
 *
 * @param stands the steps they stand at, in words
 * @param goes where each of them goes on, in words; empty if they stay
 * @param why what keeps them, sentences; empty if they go
 * @param requests the first few of them
 * @param more how many there are beside those
 */
record MoveLine(String stands, String goes, List<String> why, List<RequestRef> requests, int more) {}
