package dev.baton.models;

import static dev.baton.models.PictureWriter.n;

import javax.xml.stream.XMLStreamException;

/** The small signs of BPMN that tell one kind of step, event or gateway from another. */
final class PictureIcons {

    private PictureIcons() {}

    private static void path(PictureWriter writer, String d, double x, double y, String line, String fill)
            throws XMLStreamException {
        writer.shape(
                "path",
                "transform",
                "translate(" + n(x) + " " + n(y) + ")",
                "d",
                d,
                "fill",
                fill,
                "stroke",
                line,
                "stroke-width",
                "1.4");
    }

    /** In the middle of an event. */
    static void event(PictureWriter writer, String definition, double x, double y, String line, boolean throwing)
            throws XMLStreamException {
        String fill = throwing ? line : "none";
        switch (definition) {
            case "timerEventDefinition" -> {
                path(writer, "M-9 0A9 9 0 1 0 9 0A9 9 0 1 0 -9 0Z", x, y, line, "none");
                path(writer, "M0 -6L0 0L4 3", x, y, line, "none");
            }
            case "messageEventDefinition" ->
                path(writer, "M-8 -5L8 -5L8 5L-8 5ZM-8 -5L0 1L8 -5", x, y, throwing ? "#ffffff" : line, fill);
            case "errorEventDefinition" -> path(writer, "M-7 7L-3 -6L2 2L7 -7L4 7L-1 -1Z", x, y, line, fill);
            case "escalationEventDefinition" -> path(writer, "M0 -8L6 8L0 2L-6 8Z", x, y, line, fill);
            case "signalEventDefinition" -> path(writer, "M0 -8L8 6L-8 6Z", x, y, line, fill);
            case "terminateEventDefinition" -> path(writer, "M-9 0A9 9 0 1 0 9 0A9 9 0 1 0 -9 0Z", x, y, line, line);
            case "conditionalEventDefinition" ->
                path(writer, "M-6 -8L6 -8L6 8L-6 8ZM-4 -4L4 -4M-4 0L4 0M-4 4L4 4", x, y, line, "none");
            case "linkEventDefinition" -> path(writer, "M-8 -3L2 -3L2 -7L8 0L2 7L2 3L-8 3Z", x, y, line, fill);
            default -> path(writer, "M0 -6L-8 0L0 6ZM8 -6L0 0L8 6Z", x, y, line, fill);
        }
    }

    /** In the middle of a gateway. */
    static void gateway(PictureWriter writer, String kind, double x, double y, String line) throws XMLStreamException {
        switch (kind) {
            case "parallelGateway" -> path(writer, "M0 -11L0 11M-11 0L11 0", x, y, line, "none");
            case "inclusiveGateway" -> path(writer, "M-10 0A10 10 0 1 0 10 0A10 10 0 1 0 -10 0Z", x, y, line, "none");
            case "eventBasedGateway" -> {
                path(writer, "M-12 0A12 12 0 1 0 12 0A12 12 0 1 0 -12 0Z", x, y, line, "none");
                path(writer, "M0 -7L7 -2L4 6L-4 6L-7 -2Z", x, y, line, "none");
            }
            default -> path(writer, "M-7 -9L7 9M7 -9L-7 9", x, y, line, "none");
        }
    }

    /** In the corner of a step. */
    static void step(PictureWriter writer, String kind, double x, double y, String line) throws XMLStreamException {
        switch (kind) {
            case "userTask" ->
                path(writer, "M3 4A3 3 0 1 0 9 4A3 3 0 1 0 3 4ZM0 14C0 8 12 8 12 14Z", x, y, line, "none");
            case "sendTask", "serviceTask" ->
                path(
                        writer,
                        "M0 1L14 1L14 11L0 11ZM0 1L7 6L14 1",
                        x,
                        y,
                        line,
                        kind.equals("sendTask") ? "#dfe5e8" : "none");
            case "receiveTask" -> path(writer, "M0 1L14 1L14 11L0 11ZM0 1L7 6L14 1", x, y, line, "none");
            case "businessRuleTask" ->
                path(writer, "M0 1L14 1L14 11L0 11ZM0 4L14 4M0 8L14 8M4 4L4 11", x, y, line, "none");
            default -> {}
        }
    }

    /** At the foot of a step that several people do. */
    static void several(PictureWriter writer, double x, double y, String line) throws XMLStreamException {
        path(writer, "M-5 -4L-5 6M0 -4L0 6M5 -4L5 6", x, y, line, "none");
    }
}
