package dev.baton.tasks;

/**
 * A task that waits for somebody, as one of a list.
 *
 * @param dueToday whether its date is today, in the reader's zone, and has not passed
 */
record WaitingTask(HandOver handOver, MailModels.ListedTask listed, boolean dueToday) {

    /** Whether there is something to choose. */
    boolean isDecision() {
        return handOver.doesTheWork() && listed.outcomes().size() > 1;
    }

    boolean isWork() {
        return handOver.doesTheWork() && listed.outcomes().size() < 2;
    }

    /** Whether it stands still with others, and the reader answers for it. */
    boolean isWithOthers() {
        return !handOver.doesTheWork();
    }
}
