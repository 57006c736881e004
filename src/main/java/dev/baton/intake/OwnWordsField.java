package dev.baton.intake;

import dev.baton.engine.FormField;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which field of a form takes what somebody wrote in their own words. */
final class OwnWordsField {

    private static final Set<String> USUAL_IDS =
            Set.of("goal", "description", "details", "text", "message", "question", "what", "need");

    private OwnWordsField() {}

    /** The first long text field with a usual id, else the only required one, else the only one. */
    static Optional<FormField> in(List<FormField> form) {
        List<FormField> texts = form.stream()
                .filter(field -> field.is("multiline") && Answers.takesWords(field) && !field.readonly())
                .toList();
        return texts.stream()
                .filter(field -> USUAL_IDS.contains(field.id()))
                .findFirst()
                .or(() -> only(texts.stream().filter(FormField::required).toList()))
                .or(() -> only(texts));
    }

    private static Optional<FormField> only(List<FormField> fields) {
        return fields.size() == 1 ? Optional.of(fields.get(0)) : Optional.empty();
    }
}
