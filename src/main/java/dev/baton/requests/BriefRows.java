package dev.baton.requests;

import dev.baton.engine.Deployments;
import dev.baton.engine.FormField;
import dev.baton.engine.Forms;
import dev.baton.models.Workflow;
import dev.baton.models.Workflows;
import dev.baton.people.Moments;
import dev.baton.people.People;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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
    private final Deployments deployments;
    private final Forms forms;

    private final People people;
    private final Moments moments;
    private final MessageSource messages;
    private final WithoutLinks withoutLinks;

    BriefRows(
            Workflows workflows,
            Deployments deployments,
            Forms forms,
            People people,
            Moments moments,
            MessageSource messages,
            WithoutLinks withoutLinks) {
        this.workflows = workflows;
        this.deployments = deployments;
        this.forms = forms;
        this.people = people;
        this.moments = moments;
        this.messages = messages;
        this.withoutLinks = withoutLinks;
    }

    /**
     * The answered fields of the request's brief; after those that its version asks for the ones that only an earlier
     * version asked for, in which the request began.
     */
    public List<Row> of(Request request) {
        Map<String, Object> left = new HashMap<>(request.brief());
        left.values().removeIf(Objects::isNull);
        Stream<String> current = Optional.ofNullable(request.definitionId())
                .or(() -> workflows.byKey(request.workflow()).map(Workflow::definitionId))
                .stream();
        List<Row> rows = new ArrayList<>();
        current.forEach(version -> take(version, left, rows));
        if (!left.isEmpty()) {
            deployments.versionsOf(request.workflow()).forEach(version -> take(version.id(), left, rows));
        }
        return rows;
    }

    private void take(String version, Map<String, Object> left, List<Row> rows) {
        if (!left.isEmpty()) {
            forms.brief(version).stream()
                    .filter(field -> left.containsKey(field.id()))
                    .forEach(field -> rows.add(row(field.with(left.remove(field.id())))));
        }
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
