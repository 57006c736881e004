package dev.baton.models;

import java.util.List;
import java.util.Set;

/** A workflow that knows nothing of this house and runs code was drawn for a program; that is said before its details. */
final class MadeForAProgram implements Rule {

    private static final Set<String> RUNNING = Set.of("class", "expression", "type", "topic");
    private static final Set<String> CODE =
            Set.of("scriptTask", "script", "executionListener", "taskListener", "connector");

    @Override
    public String name() {
        return "dialect";
    }

    @Override
    public void check(Model model, Findings findings) {
        model.process()
                .filter(process -> model.isProcess() && HasOwner.saysNothing(process))
                .ifPresent(process -> {
                    List<XmlElement> places = process.all()
                            .filter(MadeForAProgram::runs)
                            .map(XmlElement::named)
                            .distinct()
                            .toList();
                    if (!places.isEmpty()) {
                        XmlElement first = places.get(0);
                        findings.error(process, "code", places.size(), first.label(), String.valueOf(first.line()));
                    }
                });
    }

    private static boolean runs(XmlElement element) {
        return CODE.contains(element.name())
                || RUNNING.stream()
                        .anyMatch(attribute -> element.camunda(attribute).isPresent())
                || element.camunda("delegateExpression")
                        .filter(delegate -> !NoCode.isMail(delegate))
                        .isPresent();
    }
}
