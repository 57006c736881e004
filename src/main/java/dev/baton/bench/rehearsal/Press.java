package dev.baton.bench.rehearsal;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One thing that somebody does, or does not do, in a rehearsal; as it stands in the address of a page. */
public sealed interface Press {

    /**
     * Somebody decides a task.
     *
     * @param task the task's id in its model
     * @param number which of them, where several tasks of that id wait; from 1
     * @param outcome value of the outcome
     * @param form what is filled in that is not as in the sample, by field
     */
    record OnTask(String task, int number, String outcome, Map<String, String> form) implements Press {

        private static final Pattern SHAPE =
                Pattern.compile("([^:(),]{1,200})(?::(\\d{1,4}))?\\.([A-Za-z0-9_-]{1,40})(?:\\(([^()]*)\\))?");

        @Override
        public String toString() {
            return task + (number == 1 ? "" : ":" + number) + "." + outcome
                    + (form.isEmpty() ? "" : "(" + Filled.written(form) + ")");
        }
    }

    /** Nobody does anything until something happens by itself: a reminder, or a timer of the model. */
    record Wait() implements Press {
        @Override
        public String toString() {
            return "wait";
        }
    }

    /** Nobody does anything until the next timer of the model goes off; whoever is reminded before that is. */
    record UntilTimer() implements Press {
        @Override
        public String toString() {
            return "timer";
        }
    }

    /** The requester writes the answer that a step waits for. */
    record Reply() implements Press {
        @Override
        public String toString() {
            return "reply";
        }
    }

    /** What {@code toString} wrote; nothing if the text is none of that. */
    static Optional<Press> read(String text) {
        if (text.equals("wait")) {
            return Optional.of(new Wait());
        }
        if (text.equals("timer")) {
            return Optional.of(new UntilTimer());
        }
        if (text.equals("reply")) {
            return Optional.of(new Reply());
        }
        Matcher shape = OnTask.SHAPE.matcher(text);
        return shape.matches()
                ? Optional.of(new OnTask(
                        shape.group(1),
                        shape.group(2) == null ? 1 : Integer.parseInt(shape.group(2)),
                        shape.group(3),
                        shape.group(4) == null ? Map.of() : Filled.read(shape.group(4))))
                : Optional.empty();
    }
}
