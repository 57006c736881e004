package dev.baton.engine;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/**
 * The extension properties that a process owner gave an element in Camunda Modeler.
 *
 * @param values in the order of the file
 */
public record ExtensionProperties(Map<String, String> values) {

    /** The properties of the element; none if it has none. */
    public static ExtensionProperties of(BaseElement element) {
        Map<String, String> values = new LinkedHashMap<>();
        if (element.getExtensionElements() != null) {
            element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                    .map(CamundaProperties::getCamundaProperties)
                    .flatMap(Collection<CamundaProperty>::stream)
                    .filter(property -> property.getCamundaName() != null && property.getCamundaValue() != null)
                    .forEach(property -> values.put(property.getCamundaName(), property.getCamundaValue()));
        }
        return new ExtensionProperties(values);
    }

    /** The value of this property, stripped; nothing if it is missing. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip);
    }
}
