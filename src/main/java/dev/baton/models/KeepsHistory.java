package dev.baton.models;

import javax.xml.namespace.QName;

/** The engine refuses a model that does not say how long its history is kept (Camunda manual, "History cleanup"). */
final class KeepsHistory implements Rule {

    @Override
    public String name() {
        return "history";
    }

    @Override
    public void check(Model model, Findings findings) {
        if (model.isProcess()) {
            model.process()
                    .filter(process -> process.camunda("historyTimeToLive").isEmpty())
                    .ifPresent(process -> findings.error(process, "missing"));
        } else {
            model.decisions()
                    .filter(decision ->
                            !decision.attributes().containsKey(new QName(Vocabulary.CAMUNDA_DMN, "historyTimeToLive")))
                    .forEach(decision -> findings.error(decision, "missing"));
        }
    }
}
