package dev.baton.models;

import dev.baton.outbox.TemplateReport;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every mail that a model names is there, can be written with what the model gives it, and lacks nothing. */
final class TemplatesExist implements Rule {

    private static final Set<String> ADDRESSING = Set.of("template", "to");

    private final Surroundings around;

    TemplatesExist(Surroundings around) {
        this.around = around;
    }

    @Override
    public String name() {
        return "templates";
    }

    @Override
    public void check(Model model, Findings findings) {
        if (!model.isProcess()) {
            return;
        }
        Set<String> brief = brief(model);
        model.all("userTask")
                .forEach(task -> task.property("mail").ifPresent(name -> check(model, task, name, brief, findings)));
        MailSteps.all(model)
                .forEach(step -> Stream.ofNullable(step.inputs().get("template"))
                        .filter(name -> !name.isEmpty())
                        .forEach(name -> check(model, step, name, inputs(step), findings)));
    }

    private void check(Model model, XmlElement step, String name, Set<String> given, Findings findings) {
        boolean isTask = step.name().equals("userTask");
        if (ExpressionReader.isExpression(name)) {
            findings.note(step, "expression", name);
        } else if (!around.hasTemplate(name)) {
            findings.error(step, "missing", name);
        } else {
            around.mail(name, isTask, given)
                    .ifPresent(report -> check(step, report, isTask && model.isCalled(), findings));
        }
    }

    /** @param isOthers whether the brief is that of another workflow, of which nothing is known here */
    private static void check(XmlElement step, TemplateReport report, boolean isOthers, Findings findings) {
        report.errors().stream().limit(1).forEach(why -> findings.warning(step, "broken", report.name(), why));
        if (report.usable() && !isOthers) {
            report.unfilled().stream()
                    .sorted()
                    .forEach(unknown -> findings.warning(step, "unfilled", report.name(), unknown));
        }
    }

    private static Set<String> brief(Model model) {
        return model.all("startEvent")
                .flatMap(start -> start.extensions("formData"))
                .flatMap(form -> form.children(Vocabulary.CAMUNDA, "formField"))
                .flatMap(field -> field.id().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> inputs(XmlElement step) {
        return step.inputs().keySet().stream()
                .filter(input -> !ADDRESSING.contains(input))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
