package dev.baton.models;

import dev.baton.engine.DefinitionVersion;
import dev.baton.engine.Deployments;
import dev.baton.engine.ExtensionProperties;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFormField;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.springframework.stereotype.Component;

/** Which workflows, as they are deployed now, send which mails. */
@Component
public class MailUses {

    private static final String TEMPLATE = "template";

    private final Deployments deployments;

    MailUses(Deployments deployments) {
        this.deployments = deployments;
    }

    /** Every step that names a mail, in the order of the workflows' keys. */
    public List<MailUse> all() {
        return deployments.latest().stream().flatMap(this::of).toList();
    }

    private Stream<MailUse> of(DefinitionVersion version) {
        BpmnModelInstance model = deployments.model(version.id());
        Set<String> fields = model.getModelElementsByType(CamundaFormField.class).stream()
                .map(CamundaFormField::getCamundaId)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        return model.getModelElementsByType(Activity.class).stream()
                .flatMap(step -> templates(step)
                        .map(template -> new MailUse(
                                template,
                                version.name(),
                                version.key(),
                                step.getName() == null ? step.getId() : step.getName(),
                                with(fields, inputs(step)))));
    }

    /** A task names its mail by a property, a mail step by an input. */
    private static Stream<String> templates(Activity step) {
        return Stream.concat(
                        ExtensionProperties.of(step).value("mail").stream(),
                        inputs(step).stream()
                                .filter(input -> TEMPLATE.equals(input.getCamundaName()))
                                .map(CamundaInputParameter::getTextContent))
                .map(String::strip)
                .filter(template -> !template.isEmpty());
    }

    private static List<CamundaInputParameter> inputs(Activity step) {
        if (step.getExtensionElements() == null) {
            return List.of();
        }
        return step.getExtensionElements().getElementsQuery().filterByType(CamundaInputOutput.class).list().stream()
                .map(CamundaInputOutput::getCamundaInputParameters)
                .flatMap(Collection::stream)
                .toList();
    }

    private static Set<String> with(Set<String> fields, List<CamundaInputParameter> inputs) {
        Set<String> given = new TreeSet<>(fields);
        inputs.forEach(input -> given.add(input.getCamundaName()));
        return given;
    }
}
