package dev.baton.models;

import java.util.Set;
import java.util.stream.Collectors;

/** A service or send task can only send a mail, and says which one to whom. */
final class MailSteps implements Rule {

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public void check(Model model, Findings findings) {
        model.all("serviceTask", "sendTask").forEach(step -> {
            if (step.camunda("delegateExpression").isEmpty()) {
                findings.error(step, "nothing");
            } else {
                inputs(step, findings);
            }
        });
    }

    private static void inputs(XmlElement step, Findings findings) {
        Set<String> given = step.extensions("inputOutput")
                .flatMap(mapping -> mapping.children(Vocabulary.CAMUNDA, "inputParameter"))
                .filter(input -> !input.text().isBlank())
                .flatMap(input -> input.attribute("name").stream())
                .collect(Collectors.toSet());
        for (String input : new String[] {"template", "to"}) {
            if (!given.contains(input)) {
                findings.error(step, "input", input);
            }
        }
    }
}
