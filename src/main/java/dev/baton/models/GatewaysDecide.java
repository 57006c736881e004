package dev.baton.models;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
        if (!model.isProcess()) {
            return;
        }
        model.flow().nodes("exclusiveGateway", "inclusiveGateway").forEach(gateway -> check(model, gateway, findings));
    }

    private static void check(Model model, XmlElement gateway, Findings findings) {
        List<XmlElement> ways = model.flow().ways(gateway);
        Optional<String> usual = gateway.attribute("default");
        usual.filter(id -> ways.stream().noneMatch(way -> way.id().equals(usual)))
                .ifPresent(id -> findings.error(gateway, "default.unknown", id));
        if (ways.size() < 2) {
            ways.stream()
                    .filter(way -> condition(way).isPresent())
                    .forEach(way -> findings.error(way, "single", gateway.label()));
            return;
        }
        List<XmlElement> others =
                ways.stream().filter(way -> !way.id().equals(usual)).toList();
        ways.stream()
                .filter(way -> way.id().equals(usual) && condition(way).isPresent())
                .forEach(way -> findings.error(way, "default.condition", gateway.label()));
        others.stream()
                .filter(way -> condition(way).isEmpty())
                .forEach(way -> findings.error(way, "condition", gateway.label()));
        if (usual.isEmpty() && others.stream().noneMatch(way -> condition(way).isEmpty())) {
            missing(model, others)
                    .ifPresent(answers -> findings.error(
                            gateway, answers.isEmpty() ? "default" : "default.answers", gateway.label(), answers));
        }
        same(gateway, others, findings);
    }

    /** Of two ways with one condition the second is never taken. */
    private static void same(XmlElement gateway, List<XmlElement> ways, Findings findings) {
        Set<String> conditions = new HashSet<>();
        ways.stream()
                .filter(way -> gateway.name().equals("exclusiveGateway"))
                .filter(way ->
                        condition(way).filter(text -> !conditions.add(text)).isPresent())
                .forEach(way -> findings.warning(
                        way, "same", gateway.label(), condition(way).orElse("")));
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
        return way.texts("conditionExpression").findFirst();
    }
}
