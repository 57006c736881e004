package dev.baton.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFormField;

/** The forms that models define: the brief at the start of a workflow, and what a task asks for. */
public class Forms {

    private final FormService forms;
    private final RepositoryService repository;
    private final FormCheck check;
    private final Map<String, List<FormField>> unchanging = new ConcurrentHashMap<>();

    Forms(ProcessEngineConfigurationImpl engine) {
        forms = engine.getFormService();
        repository = engine.getRepositoryService();
        check = new FormCheck(engine);
    }

    /** The brief of this version of a workflow. */
    public List<FormField> brief(String definitionId) {
        List<FormField> known = unchanging.get(definitionId);
        return known == null ? EngineCalls.step(definitionId, () -> readBrief(definitionId)) : known;
    }

    /** A version never changes, so its form is read once, unless it begins with what an expression says at the time. */
    private List<FormField> readBrief(String definitionId) {
        List<FormField> brief = fields(forms.getStartFormData(definitionId).getFormFields());
        boolean asks =
                repository.getBpmnModelInstance(definitionId).getModelElementsByType(CamundaFormField.class).stream()
                        .flatMap(field -> Stream.of(
                                Optional.ofNullable(field.getCamundaDefaultValue()),
                                Optional.ofNullable(field.getCamundaLabel())))
                        .flatMap(Optional::stream)
                        .anyMatch(value -> value.contains("${") || value.contains("#{"));
        if (!asks) {
            unchanging.put(definitionId, brief);
        }
        return brief;
    }

    /** The form of a task, with what its process knows already; nothing if the task is not open any more. */
    public Optional<List<FormField>> ofTask(String taskId) {
        try {
            return Optional.of(EngineCalls.step(
                    taskId, () -> fields(forms.getTaskFormData(taskId).getFormFields())));
        } catch (WorkflowFailed failed) {
            if (failed.getCause() instanceof NullValueException) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    /**
     * Checks answers with the engine's own validators; a field whose {@code showIf} does not hold is left out.
     *
     * @param given what was filled in, as text, by field; fields of other forms are passed over
     */
    public FormAnswers check(List<FormField> form, Map<String, String> given) {
        return check.check(form, given);
    }

    /** Whether the field is to be shown when these are the values so far. */
    public boolean shown(FormField field, Map<String, ?> values) {
        return check.shown(field, values);
    }

    private static List<FormField> fields(List<org.camunda.bpm.engine.form.FormField> fields) {
        return fields.stream().map(Forms::field).toList();
    }

    /** A choice without a label is shown by its value. */
    @SuppressWarnings("unchecked")
    private static Map<String, String> choices(org.camunda.bpm.engine.form.FormField field) {
        Map<String, String> choices = new LinkedHashMap<>();
        ((Map<String, String>) field.getType().getInformation("values"))
                .forEach((value, label) -> choices.put(value, label == null ? value : label));
        return choices;
    }

    /** Those that have a name and a value; the engine keeps others under null. */
    private static Map<String, String> properties(org.camunda.bpm.engine.form.FormField field) {
        return field.getProperties().entrySet().stream()
                .filter(property -> property.getKey() != null && property.getValue() != null)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static FormField field(org.camunda.bpm.engine.form.FormField field) {
        FormField.Type type = FormField.Type.valueOf(field.getTypeName().toUpperCase(java.util.Locale.ROOT));
        return new FormField(
                field.getId(),
                field.getLabel() == null ? field.getId() : field.getLabel(),
                type,
                field.getValue() == null ? null : field.getValue().getValue(),
                type == FormField.Type.ENUM ? choices(field) : Map.of(),
                properties(field),
                field.getValidationConstraints().stream()
                        .map(rule -> new FormField.Constraint(
                                rule.getName(),
                                rule.getConfiguration() == null
                                        ? null
                                        : rule.getConfiguration().toString()))
                        .toList());
    }
}
