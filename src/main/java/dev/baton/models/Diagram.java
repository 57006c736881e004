package dev.baton.models;

import dev.baton.engine.Deployments;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        return picture(deployments.bytes(definitionId), marks);
    }

    /** The same of a file that is not deployed; nothing either if it cannot be read. */
    public Optional<String> picture(byte[] file, Map<String, String> marks) {
        return read(file, marks)
                .filter(picture -> !picture.isEmpty())
                .map(picture -> picture.svg(words(picture).all()));
    }

    /** What {@link #picture(String, Map)} shows, in sentences. */
    public String says(String definitionId, Map<String, String> marks) {
        return says(deployments.bytes(definitionId), marks);
    }

    /** What {@link #picture(byte[], Map)} shows, in sentences; empty if it shows nothing. */
    public String says(byte[] file, Map<String, String> marks) {
        return read(file, marks)
                .filter(picture -> !picture.isEmpty())
                .map(picture -> words(picture).all())
                .orElse("");
    }

    /**
     * What stands at an element of a {@linkplain #heat heat map}.
     *
     * @param level from 1 to 5: the higher, the darker
     * @param words short, such as {@code 2 days}
     */
    public record Heat(int level, String words) {}

    /**
     * The drawing with elements the darker the more of something they have, and with words at them; nothing if the file
     * holds no drawing.
     *
     * @param heats by the ids of elements
     * @param says what can be seen on it, in sentences
     */
    public Optional<String> heat(String definitionId, Map<String, Heat> heats, String says) {
        Map<String, String> marks = new HashMap<>();
        Map<String, String> notes = new HashMap<>();
        heats.forEach((id, heat) -> {
            marks.put(id, "heat_" + heat.level());
            notes.put(id, heat.words());
        });
        return new SourceFile("", deployments.bytes(definitionId))
                .read()
                .map(model -> new DiagramPicture(model, marks, notes))
                .filter(picture -> !picture.isEmpty())
                .map(picture -> picture.svg(says));
    }

    /** The part of the drawing around what is marked; nothing if that is not drawn. */
    public Optional<CloseUp> closeUp(String definitionId, Map<String, String> marks) {
        return read(deployments.bytes(definitionId), marks)
                .flatMap(picture -> picture.closeUp().map(part -> {
                    String says = words(picture).part(part);
                    return new CloseUp(picture.svg(part, says), says, (int) Math.ceil(part.width()));
                }));
    }

    private PictureWords words(DiagramPicture picture) {
        return new PictureWords(picture, messages);
    }

    private static Optional<DiagramPicture> read(byte[] file, Map<String, String> marks) {
        return new SourceFile("", file).read().map(model -> new DiagramPicture(model, marks));
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
