package dev.baton.examples;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody does with a task that is not the usual.
 *
 * @param task id of the task in its model; the first turn for it that is not taken yet counts
 * @param by whose turn it is; anybody's who has the task where it is null
 * @param outcome the first outcome of the task where it is null
 * @param after when, as a part of the time given for the task; above 1 is late; by chance where it is null
 * @param form the task's form
 * @param rests whether nobody decides, so that the task stays open; somebody does where it is null
 * @param needs working days more that are promised first; none where it is null
 * @param waitsOn whom or what the task waits for first, another request by its title; nothing where it is null
 * @param lifted after how many working days that is out of the way; not yet where it is null
 * @param why the task needs more days or waits
 */
record Turn(
        String task,
        @Nullable String by,
        @Nullable String outcome,
        @Nullable String says,
        @Nullable Double after,
        @Nullable Map<String, String> form,
        @Nullable Boolean rests,
        @Nullable Integer needs,
        @Nullable String waitsOn,
        @Nullable Integer lifted,
        @Nullable String why) {

    /** What is done with a task that no story says anything about. */
    static Turn usual(String task) {
        return new Turn(task, null, null, null, null, null, null, null, null, null, null);
    }

    Map<String, String> answers() {
        return form == null ? Map.of() : form;
    }

    boolean stays() {
        return Boolean.TRUE.equals(rests);
    }

    String reason() {
        return why == null ? "" : why;
    }
}
