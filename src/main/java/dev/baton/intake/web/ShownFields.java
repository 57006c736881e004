package dev.baton.intake.web;

import dev.baton.engine.FormAnswers;
import dev.baton.engine.FormField;
import dev.baton.engine.Forms;
import dev.baton.tasks.FormView;
import dev.baton.tasks.FormViews;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The fields of a form that matter with what is filled in so far. */
@Component
class ShownFields {

    private static final String CONDITION = "showIf";

    private final Forms forms;
    private final FormViews views;

    ShownFields(Forms forms, FormViews views) {
        this.forms = forms;
        this.views = views;
    }

    /** Whether any field of the form comes and goes. */
    static boolean change(List<FormField> form) {
        return form.stream().anyMatch(field -> field.is(CONDITION));
    }

    /** Whether some field takes files. */
    static boolean takeFiles(FormView form) {
        return form.fields().stream().anyMatch(entry -> entry.kind().equals("file"));
    }

    /** Without problems: whoever is still filling it in need not be told what is missing. */
    FormView of(List<FormField> form, Map<String, String> entered) {
        FormAnswers answers = forms.check(form, entered);
        Map<String, Object> known = new HashMap<>();
        form.forEach(field -> known.put(field.id(), answers.values().get(field.id())));
        List<FormField> matter = form.stream()
                .filter(field -> forms.shown(field, known))
                .map(ShownFields::unconditional)
                .toList();
        return views.of(matter, entered, new FormAnswers(answers.values(), List.of()));
    }

    private static FormField unconditional(FormField field) {
        Map<String, String> properties = new HashMap<>(field.properties());
        properties.remove(CONDITION);
        return new FormField(
                field.id(),
                field.label(),
                field.type(),
                field.value(),
                field.choices(),
                properties,
                field.constraints());
    }
}
