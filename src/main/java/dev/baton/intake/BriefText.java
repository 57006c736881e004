package dev.baton.intake;

import dev.baton.engine.FormField;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The text of a mail, read against the fields of a form.
 *
 * @param named what the text says of fields that it names, by field, as it was written
 * @param campaign what it names as the campaign
 * @param rest everything else
 */
record BriefText(Map<String, String> named, @Nullable String campaign, String rest) {

    private static final String CAMPAIGN = "campaign";

    static BriefText of(List<FormField> form, String text) {
        Map<String, String> names = new HashMap<>();
        Set<String> longer = new HashSet<>();
        names.put(CAMPAIGN, CAMPAIGN);
        for (FormField field : form) {
            names.putIfAbsent(Normal.name(field.label()), field.id());
            names.put(Normal.name(field.id()), field.id());
            if (field.is("multiline")) {
                longer.add(field.id());
            }
        }
        names.remove("");
        LabelledLines lines = LabelledLines.of(text, names, longer);
        return new BriefText(lines.values(), lines.values().get(CAMPAIGN), lines.rest());
    }
}
