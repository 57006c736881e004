package dev.baton.models;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A signal that is waited for is sent by some workflow, and one that is sent is waited for. */
final class SignalsMeet implements Rule {

    private final Surroundings around;

    SignalsMeet(Surroundings around) {
        this.around = around;
    }

    @Override
    public String name() {
        return "signals";
    }

    @Override
    public void check(Model model, Findings findings) {
        if (!model.isProcess()) {
            return;
        }
        Set<String> names = new HashSet<>();
        model.root()
                .children(Vocabulary.BPMN, "signal")
                .forEach(signal -> signal.attribute("name")
                        .ifPresentOrElse(
                                name -> {
                                    if (!names.add(name)) {
                                        findings.error(signal, "twice", name);
                                    }
                                },
                                () -> findings.error(signal, "name")));
        events(model).forEach(event -> check(model, event, findings));
    }

    private void check(Model model, XmlElement event, Findings findings) {
        Optional<String> reference = event.attribute("signalRef");
        Optional<XmlElement> signal = reference.flatMap(id -> model.definition("signal", id));
        if (signal.isEmpty()) {
            findings.error(event, "missing", event.named().label());
            return;
        }
        signal.flatMap(found -> found.attribute("name"))
                .filter(name -> !ExpressionReader.isExpression(name))
                .ifPresent(name -> meets(model, event, name, findings));
    }

    private void meets(Model model, XmlElement event, String name, Findings findings) {
        if (isSent(event)) {
            if (!somewhere(model, name, other -> !isSent(other))) {
                findings.warning(event, "unheard", name);
            }
        } else if (!somewhere(model, name, SignalsMeet::isSent)) {
            if (event.parent() != null && event.parent().name().equals("intermediateCatchEvent")) {
                findings.error(event, "nobody", name);
            } else {
                findings.warning(event, "never", name);
            }
        }
    }

    private boolean somewhere(Model model, String name, Predicate<XmlElement> kind) {
        String key = model.keys().findFirst().orElse("");
        return Stream.concat(Stream.of(model), around.othersThan(key))
                .anyMatch(other -> events(other)
                        .filter(kind)
                        .anyMatch(event -> event.attribute("signalRef")
                                .flatMap(id -> other.definition("signal", id))
                                .flatMap(signal -> signal.attribute("name"))
                                .equals(Optional.of(name))));
    }

    private static Stream<XmlElement> events(Model model) {
        return model.all("signalEventDefinition");
    }

    private static boolean isSent(XmlElement event) {
        return event.parent() != null && event.parent().is(Vocabulary.BPMN, "intermediateThrowEvent", "endEvent");
    }
}
