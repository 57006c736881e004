package dev.baton.models;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An error or escalation that is thrown is caught around it, and one that is caught can be thrown. */
final class ThrownIsCaught implements Rule {

    private final Surroundings around;
    private final String name;
    private final Kind kind;

    /**
     * @param definition the event's element
     * @param reference its attribute that names what is thrown
     * @param defined the element that defines it
     * @param code the attribute that tells one from another
     */
    private record Kind(String definition, String reference, String defined, String code) {

        Stream<XmlElement> events(XmlElement scope) {
            return scope.all().filter(element -> element.is(Vocabulary.BPMN, definition));
        }

        /** What is thrown or caught; an empty text for whatever comes. */
        String codeOf(Model model, XmlElement event) {
            return defined(model, event).flatMap(found -> found.attribute(code)).orElse("");
        }

        Optional<XmlElement> defined(Model model, XmlElement event) {
            return event.attribute(reference).flatMap(id -> model.definition(defined, id));
        }
    }

    private ThrownIsCaught(Surroundings around, String name, Kind kind) {
        this.around = around;
        this.name = name;
        this.kind = kind;
    }

    static Rule errors(Surroundings around) {
        return new ThrownIsCaught(around, "errors", new Kind("errorEventDefinition", "errorRef", "error", "errorCode"));
    }

    static Rule escalations(Surroundings around) {
        return new ThrownIsCaught(
                around,
                "escalations",
                new Kind("escalationEventDefinition", "escalationRef", "escalation", "escalationCode"));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void check(Model model, Findings findings) {
        if (!model.isProcess()) {
            return;
        }
        kind.events(model.root()).forEach(event -> {
            if (isThrown(event)) {
                thrown(model, event, findings);
            } else {
                caught(model, event, findings);
            }
        });
        model.all("callActivity").forEach(call -> called(model, call, findings));
    }

    private void thrown(Model model, XmlElement event, Findings findings) {
        if (kind.defined(model, event).isEmpty()) {
            findings.error(event, "missing", event.named().label());
        } else if (kind.codeOf(model, event).isEmpty()) {
            findings.error(event, "code", event.named().label());
        } else if (!model.isCalled() && !isCaughtAround(model, event, kind.codeOf(model, event))) {
            findings.warning(event, "uncaught", kind.codeOf(model, event));
        }
    }

    private void caught(Model model, XmlElement event, Findings findings) {
        String code = kind.codeOf(model, event);
        model.flow()
                .host(event.named())
                .ifPresent(host -> throwing(model, host)
                        .filter(codes -> code.isEmpty() ? codes.isEmpty() : !codes.contains(code))
                        .ifPresent(codes ->
                                findings.warning(event, code.isEmpty() ? "never.any" : "never", code, host.label())));
    }

    /** A called workflow may end with an error; then this one goes on somewhere. */
    private void called(Model model, XmlElement call, Findings findings) {
        throwing(model, call)
                .ifPresent(codes -> codes.stream()
                        .filter(code -> !code.isEmpty() && !isCaughtAround(model, call, code))
                        .sorted()
                        .forEach(code -> findings.warning(call, "unhandled", code, call.label())));
    }

    /** The codes that can come out of the step; nothing if that cannot be known. */
    private Optional<Set<String>> throwing(Model model, XmlElement step) {
        if (step.name().equals("callActivity")) {
            return step.attribute("calledElement").flatMap(around::process).map(called -> codes(called, called.root()));
        }
        boolean calls = step.all().anyMatch(inner -> inner.is(Vocabulary.BPMN, "callActivity"));
        return calls ? Optional.empty() : Optional.of(codes(model, step));
    }

    private Set<String> codes(Model model, XmlElement scope) {
        return kind.events(scope)
                .filter(ThrownIsCaught::isThrown)
                .filter(event -> scope != model.root() || !isCaughtAround(model, event, kind.codeOf(model, event)))
                .map(event -> kind.codeOf(model, event))
                .collect(Collectors.toSet());
    }

    /** Whether an event at the border of what is around it, or an event sub-process there, takes the code. */
    private boolean isCaughtAround(Model model, XmlElement thrown, String code) {
        return thrown.upwards()
                .anyMatch(scope -> Stream.concat(
                                model.flow().border(scope).stream(),
                                scope.children().stream()
                                        .filter(Flow::isEventSubProcess)
                                        .flatMap(sub -> sub.children(Vocabulary.BPMN, "startEvent")))
                        .flatMap(catching -> catching.children(Vocabulary.BPMN, kind.definition()))
                        .map(event -> kind.codeOf(model, event))
                        .anyMatch(caught -> caught.isEmpty() || caught.equals(code)));
    }

    private static boolean isThrown(XmlElement event) {
        return event.parent() != null && event.parent().is(Vocabulary.BPMN, "endEvent", "intermediateThrowEvent");
    }
}
