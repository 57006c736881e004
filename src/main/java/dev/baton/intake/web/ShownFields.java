package dev.baton.intake.web;

import dev.baton.engine.FormAnswers;
import dev.baton.engine.FormField;
import dev.baton.engine.Forms;
import dev.baton.tasks.FormView;
import dev.baton.tasks.FormViews;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

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

    /**
     * Lets the fields of the page be replaced by these, unless they are there already: whoever goes on typing while the
     * answer is on its way must not be disturbed for nothing.
     */
    static void answer(FormView fields, HttpServletRequest sent, Model model, HttpServletResponse response) {
        String names = fields.fields().stream().map(FormView.Entry::name).collect(Collectors.joining(" "));
        if (names.equals(sent.getParameter("shown"))) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
        }
        model.addAttribute("shown", names);
        model.addAttribute("fields", fields);
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
