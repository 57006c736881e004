package dev.baton.requests;

import dev.baton.engine.FormField;
import dev.baton.engine.Forms;
import dev.baton.models.Workflow;
import dev.baton.models.Workflows;
import dev.baton.people.Moments;
import dev.baton.people.People;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The brief as people read it: the labels of the form beside what was answered, in the order of the form. */
@Component
public class BriefRows {

    /**
     * A line of the brief.
     *
     * @param field id of the field, for a form that shows it again
     */
    public record Row(String field, String label, String value) {}

    private final Workflows workflows;
    private final Forms forms;

    private final People people;
    private final Moments moments;
    private final MessageSource messages;
    private final WithoutLinks withoutLinks;

    BriefRows(
            Workflows workflows,
            Forms forms,
            People people,
            Moments moments,
            MessageSource messages,
            WithoutLinks withoutLinks) {
        this.workflows = workflows;
        this.forms = forms;
        this.people = people;
        this.moments = moments;
        this.messages = messages;
        this.withoutLinks = withoutLinks;
    }

    /** The answered fields of the request's brief. */
    public List<Row> of(Request request) {
        return Optional.ofNullable(request.definitionId())
                .or(() -> workflows.byKey(request.workflow()).map(Workflow::definitionId))
                .map(forms::brief)
                .orElse(List.of())
                .stream()
                .filter(field -> request.brief().get(field.id()) != null)
                .map(field -> row(field.with(request.brief().get(field.id()))))
                .toList();
    }

    private Row row(FormField field) {
        return new Row(field.id(), field.label(), answer(field));
    }

    private String answer(FormField field) {
        return field.type() == FormField.Type.BOOLEAN
                ? messages.getMessage("requests.brief." + Boolean.parseBoolean(field.shown()), null, Locale.ENGLISH)
                : field.day().map(this::written).orElseGet(() -> withoutLinks.in(field.shown()));
    }

    private String written(LocalDate day) {
        ZoneId zone = people.defaultCalendar().zone();
        return moments.day(day.atStartOfDay(zone).toInstant(), zone);
    }
}
