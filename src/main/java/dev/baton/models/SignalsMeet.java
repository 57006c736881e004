package dev.baton.models;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A signal that is waited for is sent, and one that is sent is waited for: by the workflow itself or one that works on
 * the same request, for at run time a signal reaches no other (docs/decisions/0040).
 */
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
        named(model, findings);
        List<XmlElement> events = events(model).toList();
        if (!events.isEmpty()) {
            Family family = new Family(model, around);
            events.forEach(event -> check(model, event, family, findings));
        }
    }

    private static void named(Model model, Findings findings) {
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
    }

    private static void check(Model model, XmlElement event, Family family, Findings findings) {
        Optional<XmlElement> signal = event.attribute("signalRef").flatMap(id -> model.definition("signal", id));
        if (signal.isEmpty()) {
            findings.error(event, "missing", event.named().label());
            return;
        }
        signal.flatMap(found -> found.attribute("name"))
                .filter(name -> !ExpressionReader.isExpression(name))
                .filter(name -> !somewhere(family, name, isSent(event) ? other -> !isSent(other) : SignalsMeet::isSent))
                .ifPresent(name -> missed(event, name, family, findings));
    }

    private static void missed(XmlElement event, String name, Family family, Findings findings) {
        if (family.lacksCallers()) {
            findings.note(event, "caller", name);
        } else if (isSent(event)) {
            findings.error(event, "unheard", name);
        } else if (event.parent() != null && event.parent().name().equals("intermediateCatchEvent")) {
            findings.error(event, "nobody", name);
        } else {
            findings.warning(event, "never", name);
        }
    }

    private static boolean somewhere(Family family, String name, Predicate<XmlElement> kind) {
        return family.members()
                .anyMatch(member -> events(member)
                        .filter(kind)
                        .anyMatch(event -> event.attribute("signalRef")
                                .flatMap(id -> member.definition("signal", id))
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
