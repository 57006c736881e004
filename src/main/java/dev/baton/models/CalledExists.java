package dev.baton.models;

import java.util.Optional;
import java.util.function.Predicate;

/** What a model calls is there: other processes and decision tables. */
final class CalledExists implements Rule {

    private final Surroundings around;

    CalledExists(Surroundings around) {
        this.around = around;
    }

    @Override
    public String name() {
        return "called";
    }

    @Override
    public void check(Model model, Findings findings) {
        if (!model.isProcess()) {
            return;
        }
        model.all("callActivity").forEach(call -> {
            check(model, call, call.attribute("calledElement"), this::hasProcess, "process", findings);
            call.attribute("calledElement").flatMap(around::process).ifPresent(called -> given(call, called, findings));
            binding(call, "calledElementBinding", findings);
        });
        model.all("businessRuleTask").forEach(rule -> {
            check(model, rule, rule.camunda("decisionRef"), around::hasDecision, "decision", findings);
            binding(rule, "decisionRefBinding", findings);
        });
    }

    private boolean hasProcess(String key) {
        return around.process(key).isPresent();
    }

    private static void check(
            Model model,
            XmlElement call,
            Optional<String> key,
            Predicate<String> isThere,
            String kind,
            Findings findings) {
        if (key.isEmpty()) {
            findings.error(call, kind + ".missing");
        } else if (ExpressionReader.isExpression(key.get())) {
            findings.error(call, kind + ".expression", key.get());
        } else if (!isThere.test(key.get()) && model.keys().noneMatch(key.get()::equals)) {
            findings.error(call, kind + ".unknown", key.get());
        }
    }

    /** What the called workflow says that it is given, it is given. */
    private static void given(XmlElement call, Model called, Findings findings) {
        boolean isGivenAll =
                call.extensions("in").anyMatch(in -> in.attribute("variables").equals(Optional.of("all")));
        called.process().stream()
                .flatMap(Variables::inputs)
                .filter(input -> !isGivenAll
                        && call.extensions("in")
                                .noneMatch(in -> in.attribute("target").equals(Optional.of(input))))
                .forEach(input -> findings.error(
                        call, "process.input", input, called.keys().findFirst().orElse("")));
    }

    /** Each file is deployed by itself, so what is bound to the same deployment is not found. */
    private static void binding(XmlElement call, String attribute, Findings findings) {
        call.camunda(attribute)
                .filter("deployment"::equals)
                .ifPresent(bound -> findings.warning(call, "binding", call.label()));
    }
}
