package dev.baton.engine;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much a value of a model holds: each character of a text and each entry of a list or map, however deep. A model
 * that doubles a text in every round, or packs lists into lists, would fill the memory of the whole house.
 */
final class Weight {

    /** Five times the longest text that the engine can keep. */
    static final int MOST = 20_000;

    private int sum;

    private Weight() {}

    /**
     * @param what the value is, for whoever reads the refusal
     * @throws WorkflowFailed if it holds more than {@link #MOST}
     */
    static void refuseMuch(@Nullable Object value, String what) {
        if (!new Weight().holds(value)) {
            throw new WorkflowFailed("'" + shortened(what) + "' would become longer than " + MOST + " characters");
        }
    }

    /** So much of the text that a person recognises it. */
    static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }

    private boolean holds(@Nullable Object value) {
        sum += value instanceof CharSequence text ? text.length() : 1;
        if (sum > MOST) {
            return false;
        }
        if (value instanceof Collection<?> list) {
            return list.stream().allMatch(this::holds);
        }
        return !(value instanceof Map<?, ?> map)
                || map.entrySet().stream().allMatch(entry -> holds(entry.getKey()) && holds(entry.getValue()));
    }
}
