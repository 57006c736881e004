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
        model.all("callActivity")
                .forEach(call ->
                        check(model, call, call.attribute("calledElement"), around::hasProcess, "process", findings));
        model.all("businessRuleTask")
                .forEach(rule ->
                        check(model, rule, rule.camunda("decisionRef"), around::hasDecision, "decision", findings));
    }

    private void check(
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
}
