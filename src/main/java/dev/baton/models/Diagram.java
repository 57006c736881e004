package dev.baton.models;

import dev.baton.engine.Deployments;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.context.MessageSource;

/** What a page needs to draw a workflow, and to say the same in words. */
public class Diagram {

    private final Deployments deployments;
    private final MessageSource messages;

    Diagram(Deployments deployments, MessageSource messages) {
        this.deployments = deployments;
        this.messages = messages;
    }

    /**
     * A step as people know it.
     *
     * @param id of the element, as in the drawing
     */
    public record Step(String id, String name) {}

    /**
     * A part of a drawing that can be read on a phone.
     *
     * @param svg the picture
     * @param says the same in words
     * @param width in pixels, as it was drawn
     */
    public record CloseUp(String svg, String says, int width) {}

    /** The BPMN file of this version, for {@code models/diagram.js} to draw. */
    public String xml(String definitionId) {
        return deployments.xml(definitionId);
    }

    /**
     * The drawing as an SVG picture, with what is marked in its colours and its words; nothing if the file holds no drawing.
     *
     * @param marks by the ids of elements: {@code now}, {@code added}, {@code removed}, {@code changed}, {@code error},
     *     {@code warning} or {@code note}
     */
    public Optional<String> picture(String definitionId, Map<String, String> marks) {
        Model model = read(definitionId);
        DiagramPicture picture = new DiagramPicture(model, marks);
        String steps = steps(definitionId).stream().map(Step::name).collect(Collectors.joining(", "));
        String said = text("models.picture.steps", steps) + marked(definitionId, marks);
        return picture.isEmpty() ? Optional.empty() : Optional.of(picture.svg(title(model), said));
    }

    /** The part of the drawing around what is marked; nothing if that is not drawn. */
    public Optional<CloseUp> closeUp(String definitionId, Map<String, String> marks) {
        Model model = read(definitionId);
        DiagramPicture picture = new DiagramPicture(model, marks);
        return picture.closeUp().map(part -> {
            String steps = String.join(", ", picture.steps(part));
            String said = text("models.picture.part", title(model), steps) + marked(definitionId, marks);
            return new CloseUp(picture.svg(part, title(model), said), said, (int) Math.ceil(part.width()));
        });
    }

    private Model read(String definitionId) {
        try {
            return Model.read("", deployments.bytes(definitionId));
        } catch (UnreadableModel impossible) {
            throw new IllegalStateException("The model of " + definitionId + " was deployed", impossible);
        }
    }

    private static String title(Model model) {
        return model.process().flatMap(process -> process.attribute("name")).orElse("");
    }

    /** What the marks say, a sentence each. */
    private String marked(String definitionId, Map<String, String> marks) {
        StringBuilder said = new StringBuilder();
        marks.values().stream()
                .distinct()
                .sorted()
                .forEach(mark -> said.append(' ')
                        .append(text(
                                "models.picture." + mark,
                                marks.entrySet().stream()
                                        .filter(each -> each.getValue().equals(mark))
                                        .map(each -> name(definitionId, each.getKey()))
                                        .sorted()
                                        .collect(Collectors.joining(", ")))));
        return said.toString();
    }

    private String text(String key, Object... names) {
        return messages.getMessage(key, names, Locale.ENGLISH);
    }

    /** The named steps and endings from left to right, as they are drawn. */
    public List<Step> steps(String definitionId) {
        return deployments.model(definitionId).getModelElementsByType(FlowNode.class).stream()
                .filter(node -> node instanceof Activity || node instanceof EndEvent)
                .filter(node -> node.getName() != null)
                .sorted(Comparator.comparingDouble(Diagram::left))
                .map(node -> new Step(node.getId(), node.getName()))
                .toList();
    }

    /** Whether this version has a step, event or gateway with this id. */
    public boolean has(String definitionId, String element) {
        return deployments.model(definitionId).getModelElementById(element) instanceof FlowNode;
    }

    /** What people call this element; its id if it has no name, or there is none. */
    public String name(String definitionId, String element) {
        return deployments.model(definitionId).getModelElementById(element) instanceof FlowElement named
                        && named.getName() != null
                ? named.getName()
                : element;
    }

    /** The steps of this version that are of the same kind as one of another version, from left to right. */
    public List<Step> alike(String definitionId, String otherDefinitionId, String element) {
        ModelElementInstance other = deployments.model(otherDefinitionId).getModelElementById(element);
        return deployments.model(definitionId).getModelElementsByType(FlowNode.class).stream()
                .filter(node -> other != null
                        && node.getElementType()
                                .getTypeName()
                                .equals(other.getElementType().getTypeName()))
                .sorted(Comparator.comparingDouble(Diagram::left))
                .map(node -> new Step(node.getId(), node.getName() == null ? node.getId() : node.getName()))
                .toList();
    }

    private static double left(FlowNode node) {
        return node.getDiagramElement() instanceof BpmnShape shape && shape.getBounds() != null
                ? shape.getBounds().getX() + shape.getBounds().getWidth() / 2
                : 0;
    }
}
