package dev.baton.models;

import dev.baton.engine.Deployments;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;

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

    /** The named steps and endings, in the order in which work comes to them. */
    public List<Step> steps(String definitionId) {
        BpmnModelInstance model = deployments.model(definitionId);
        Set<FlowNode> reached = new LinkedHashSet<>();
        Deque<FlowNode> next = new ArrayDeque<>(model.getModelElementsByType(StartEvent.class));
        while (!next.isEmpty()) {
            FlowNode node = next.remove();
            if (reached.add(node)) {
                node.getOutgoing().stream().map(SequenceFlow::getTarget).forEach(next::add);
            }
        }
        return reached.stream()
                .filter(node -> node instanceof Activity || node instanceof EndEvent)
                .filter(node -> node.getName() != null)
                .map(node -> new Step(node.getId(), node.getName()))
                .toList();
    }
}
