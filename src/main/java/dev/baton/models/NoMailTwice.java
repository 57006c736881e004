package dev.baton.models;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Nobody gets two mails one right after the other where one would do. */
final class NoMailTwice implements Rule {

    @Override
    public String name() {
        return "small";
    }

    @Override
    public void check(Model model, Findings findings) {
        if (!model.isProcess()) {
            return;
        }
        model.flow()
                .nodes()
                .forEach(first -> readers(first)
                        .ifPresent(readers -> following(model.flow(), first)
                                .filter(second ->
                                        second != first && readers(second).equals(Optional.of(readers)))
                                .ifPresent(
                                        second -> findings.warning(second, "mails", first.label(), second.label()))));
    }

    /** Whom a step writes to, as the model writes it; nothing if it writes to nobody. */
    private static Optional<String> readers(XmlElement step) {
        boolean isForSeveral = step.children(Vocabulary.BPMN, "multiInstanceLoopCharacteristics")
                .findAny()
                .isPresent();
        if (isForSeveral) {
            return Optional.empty();
        }
        if (MailSteps.isOne(step)) {
            return Optional.ofNullable(step.inputs().get("to")).filter(to -> !to.isEmpty());
        }
        return step.name().equals("userTask")
                ? Stream.of("assignee", "candidateUsers", "candidateGroups")
                        .flatMap(who -> step.camunda(who).stream())
                        .collect(Collectors.collectingAndThen(
                                Collectors.joining(","), who -> Optional.of(who).filter(text -> !text.isEmpty())))
                : Optional.empty();
    }

    /** The next step that writes to somebody, if nothing but lines and joins lie between: no choice, no waiting. */
    private static Optional<XmlElement> following(Flow flow, XmlElement first) {
        XmlElement at = first;
        for (int steps = 0; steps < flow.nodes().size(); steps++) {
            List<XmlElement> ways = flow.ways(at);
            Optional<XmlElement> next = ways.size() == 1 ? flow.target(ways.get(0)) : Optional.empty();
            if (next.isEmpty() || readers(next.get()).isPresent()) {
                return next;
            }
            if (NoEndlessLoop.waits(next.get()) || next.get().name().equals("parallelGateway")) {
                return Optional.empty();
            }
            at = next.get();
        }
        return Optional.empty();
    }
}
