package dev.baton.models;

import java.util.Optional;
import java.util.stream.Stream;

/** Every mail that a model names is there and can be written. */
final class TemplatesExist implements Rule {

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
        model.all("userTask").forEach(task -> task.property("mail").ifPresent(name -> check(task, name, findings)));
        MailSteps.all(model)
                .forEach(step -> Stream.ofNullable(step.inputs().get("template"))
                        .filter(name -> !name.isEmpty())
                        .forEach(name -> check(step, name, findings)));
    }

    private void check(XmlElement step, String name, Findings findings) {
        if (ExpressionReader.isExpression(name)) {
            findings.note(step, "expression", name);
        } else if (!around.hasTemplate(name)) {
            findings.error(step, "missing", name);
        } else {
            Optional<String> broken = around.brokenTemplate(name);
            broken.ifPresent(why -> findings.warning(step, "broken", name, why));
        }
    }
}
