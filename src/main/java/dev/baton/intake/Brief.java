package dev.baton.intake;

import dev.baton.engine.FormField;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a brief.
 *
 * @param values by field, of the field's type, checked
 * @param missing required fields that nobody has answered so that it can be used, in the order of the form
 * @param campaign what the text names as the campaign, if it does
 */
record Brief(
        Map<String, Object> values,
        List<FormField> missing,
        @Nullable String campaign) {}
