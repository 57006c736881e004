package dev.baton.metrics.web;

import dev.baton.metrics.OpenRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that asks for attention, ready to be read.
 *
 * @param promised the day it is promised for; null where nothing is
 * @param tasks who has it now
 */
record AttentionLine(OpenRequest open, @Nullable String promised, List<Task> tasks, List<Holdup> holdups) {

    /**
     * @param who whose it is; null where nobody has it
     * @param due the day it is promised for; null where nothing is
     */
    record Task(String name, @Nullable String who, @Nullable String due, boolean late) {}

    record Holdup(String on, String what, String since) {}
}
