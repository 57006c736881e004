package dev.baton.bench.whatif;

import dev.baton.shared.EmailAddress;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The way of one request through one version.
 *
 * @param visits the tasks it came to, those that were decided in the order in which they were
 * @param ending {@code delivered}, {@code by hand}, or why it was closed
 * @param assumed what nobody had said
 * @param snag why it could not be played; null if it could
 */
record Course(
        List<Visit> visits,
        String ending,
        List<Remark> assumed,
        @Nullable Remark snag) {

    static final String DELIVERED = "delivered";
    static final String BY_HAND = "by hand";

    /**
     * A task that it came to.
     *
     * @param task the task's id in its model
     * @param decided whether somebody decided it; else it was taken away, or nobody has come to it
     * @param people who had it in their hands
     */
    record Visit(String task, String name, boolean decided, List<EmailAddress> people) {}

    /**
     * Something to say of it.
     *
     * @param kind end of the key of the sentence
     * @param names what the sentence names
     */
    record Remark(String kind, List<String> names) {

        static Remark of(String kind, String... names) {
            return new Remark(kind, List.of(names));
        }

        /** The same said of the version that holds now, not of the other. */
        Remark inTheVersionOfNow() {
            return new Remark(kind + ".now", names);
        }
    }

    static Course impossible(Remark snag) {
        return new Course(List.of(), "", List.of(), snag);
    }

    /** The same with more that nobody had said. */
    Course assuming(List<Remark> more) {
        return more.isEmpty()
                ? this
                : new Course(
                        visits,
                        ending,
                        Stream.concat(more.stream(), assumed.stream()).toList(),
                        snag);
    }

    /** The ids of its tasks, in order. */
    List<String> tasks() {
        return visits.stream().map(Visit::task).toList();
    }
}
