package dev.baton.engine;

import org.camunda.bpm.engine.HistoryService;

/**
 * Deletes what the engine remembers of work whose time to live is over ({@code camunda:historyTimeToLive}). It runs only
 * when it is told to: no window is set in which the engine would do so by itself.
 */
public class HistoryCleanup {

    private final HistoryService history;

    HistoryCleanup(HistoryService history) {
        this.history = history;
    }

    /** Begins now, as jobs of the engine, which end when nothing is left to delete. */
    public void begin() {
        history.cleanUpHistoryAsync(true);
    }
}
