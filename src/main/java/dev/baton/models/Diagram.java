package dev.baton.models;

import dev.baton.engine.Deployments;
import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;

/** What a page needs to draw a workflow, and to say the same in words. */
public class Diagram {

    private final Deployments deployments;

    Diagram(Deployments deployments) {
        this.deployments = deployments;
    }

    /**
     * A step as people know it.
     *
     * @param id of the element, as in the drawing
     */
    public record Step(String id, String name) {}

    /** The BPMN file of this version, for {@code models/diagram.js} to draw. */
    public String xml(String definitionId) {
        return deployments.xml(definitionId);
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

    private static double left(FlowNode node) {
        return node.getDiagramElement() instanceof BpmnShape shape && shape.getBounds() != null
                ? shape.getBounds().getX() + shape.getBounds().getWidth() / 2
                : 0;
    }
}
