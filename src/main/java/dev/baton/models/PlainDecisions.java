package dev.baton.models;

import dev.baton.engine.FeelSubset;

/** A decision table is answered at once: nothing in it repeats or grows without end (docs/decisions/0040). */
final class PlainDecisions implements Rule {

    private static final int MOST = 10;

    @Override
    public String name() {
        return "decision";
    }

    @Override
    public void check(Model model, Findings findings) {
        if (!model.isDecision()) {
            return;
        }
        if (model.decisions().count() > MOST) {
            findings.error(model.root(), "many", MOST);
        }
        model.all()
                .filter(element -> element.name().equals("text"))
                .forEach(element -> FeelSubset.beyond(element.text())
                        .ifPresent(beyond -> findings.error(element, "beyond", beyond)));
    }
}
