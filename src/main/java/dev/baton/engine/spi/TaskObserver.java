package dev.baton.engine.spi;

/** Hears of every task in the transaction that makes or ends it; what it throws undoes that transaction. */
public interface TaskObserver {

    /** A task has reached its people; assignee, candidates and due date are settled. */
    void opened(OpenTask task);

    /** The task was done by {@link dev.baton.engine.UserTasks#complete}. */
    void completed(OpenTask task);

    /** The model took the task away: a vote was decided, a timer ended it, the request was closed. */
    void withdrawn(OpenTask task);
}
