package dev.baton.bench.whatif;

import dev.baton.engine.FormField;
import dev.baton.shared.RequestRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The brief of a version and what its models read of it.
 *
 * @param form the brief
 * @param text what the models read
 */
record Fields(List<FormField> form, ModelText text) {

    /** Of four requests three left it empty: hardly anybody has an answer. */
    private static final int MOSTLY = 4;

    /** What is worth a look when these give way to those of another version. */
    List<WhatIf.Field> comparedWith(Fields other, List<PastRequest> requests) {
        List<WhatIf.Field> found = new ArrayList<>();
        Map<String, FormField> kept =
                other.form().stream().collect(Collectors.toMap(FormField::id, Function.identity()));
        form.stream()
                .filter(field -> !kept.containsKey(field.id()))
                .forEach(field -> found.add(new WhatIf.Field(
                        text.reads(field.id()) ? "removed-read" : "removed",
                        field.label(),
                        answered(field, requests))));
        other.form().stream()
                .filter(field -> !other.text().reads(field.id()))
                .filter(field -> form.stream().anyMatch(known -> known.id().equals(field.id())))
                .map(field -> new WhatIf.Field("unread", field.label(), answered(field, requests)))
                .filter(field -> field.answered().size() * MOSTLY <= requests.size())
                .forEach(found::add);
        return found;
    }

    private static List<RequestRef> answered(FormField field, List<PastRequest> requests) {
        return requests.stream()
                .filter(past -> {
                    Object answer = past.request().brief().get(field.id());
                    return answer != null && !answer.toString().isBlank();
                })
                .map(PastRequest::ref)
                .toList();
    }
}
