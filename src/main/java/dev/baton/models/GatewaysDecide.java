package dev.baton.models;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A gateway always knows where to go: by its default, or because its conditions name every possible answer. */
final class GatewaysDecide implements Rule {

    private static final Pattern EQUALS =
            Pattern.compile("\\s*[$#]\\{\\s*(?:brief\\.)?(\\w+)\\s*(?:==|eq)\\s*(?:'([^']*)'|\"([^\"]*)\")\\s*}\\s*");

    @Override
    public String name() {
        return "gateways";
    }

    @Override
    public void check(Model model, Findings findings) {
        model.all("exclusiveGateway", "inclusiveGateway").forEach(gateway -> check(model, gateway, findings));
    }

    private static void check(Model model, XmlElement gateway, Findings findings) {
        List<XmlElement> ways = model.all("sequenceFlow")
                .filter(flow -> flow.attribute("sourceRef").equals(gateway.id()))
                .toList();
        Optional<String> usual = gateway.attribute("default");
        if (ways.size() < 2) {
            return;
        }
        List<XmlElement> others =
                ways.stream().filter(way -> !way.id().equals(usual)).toList();
        others.stream()
                .filter(way -> condition(way).isEmpty())
                .forEach(way -> findings.error(way, "condition", nameOf(gateway)));
        if (usual.isEmpty() && others.stream().noneMatch(way -> condition(way).isEmpty())) {
            missing(model, others).ifPresent(answers -> findings.error(gateway, "default", answers));
        }
    }

    /** The answers that no way is for; an empty text where that cannot be known; nothing if all are named. */
    private static Optional<String> missing(Model model, List<XmlElement> ways) {
        Set<String> named = new HashSet<>();
        Set<String> variables = new HashSet<>();
        for (XmlElement way : ways) {
            Matcher condition = EQUALS.matcher(condition(way).orElse(""));
            if (!condition.matches()) {
                return Optional.of("");
            }
            variables.add(condition.group(1));
            named.add(condition.group(2) == null ? condition.group(3) : condition.group(2));
        }
        Set<String> possible =
                variables.size() == 1 ? answers(model, variables.iterator().next()) : Set.of();
        Set<String> left = new HashSet<>(possible);
        left.removeAll(named);
        return possible.isEmpty() || !left.isEmpty()
                ? Optional.of(left.stream().sorted().collect(Collectors.joining(", ")))
                : Optional.empty();
    }

    /** Only a task's outcome is sure to be there; an enumerated field may have been left open. */
    private static Set<String> answers(Model model, String variable) {
        return model.all("userTask")
                .filter(task -> task.property("result")
                        .orElse(TaskDetails.DEFAULT_RESULT)
                        .equals(variable))
                .flatMap(task -> task.property("outcomes").stream())
                .flatMap(text -> Outcome.listOf(text).stream())
                .map(Outcome::value)
                .collect(Collectors.toSet());
    }

    private static Optional<String> condition(XmlElement way) {
        return Stream.of(way)
                .flatMap(flow -> flow.children(Vocabulary.BPMN, "conditionExpression"))
                .map(condition -> condition.text().strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private static String nameOf(XmlElement element) {
        return element.attribute("name").or(element::id).orElse("");
    }
}
