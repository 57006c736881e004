package dev.baton.models;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a model says about one of its tasks.
 *
 * @param name what the diagram calls it, with expressions as they are written
 * @param help what is wanted, in a sentence or two; null if the model does not say
 * @param outcomes what can be decided, in the order of the buttons; never empty
 * @param result the variable that takes the outcome's value
 * @param mail the mail template to use in place of the usual one, or null
 * @param remind working times before the due date at which to remind; empty means as usual
 * @param properties all extension properties by name
 * @param documentation what the process owner noted for colleagues, or null
 */
public record TaskDetails(
        String definitionId,
        String key,
        String name,
        @Nullable String help,
        List<Outcome> outcomes,
        String result,
        @Nullable String mail,
        List<String> remind,
        Map<String, String> properties,
        @Nullable String documentation) {

    /** The variable that takes the outcome where the model names no other. */
    public static final String DEFAULT_RESULT = "outcome";
}
