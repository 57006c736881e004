package dev.baton.models;

/** A step that several people get says who they are. */
final class SeveralPeople implements Rule {

    @Override
    public String name() {
        return "several";
    }

    @Override
    public void check(Model model, Findings findings) {
        model.all("multiInstanceLoopCharacteristics").forEach(several -> {
            boolean counted = several.children(Vocabulary.BPMN, "loopCardinality")
                    .findAny()
                    .isPresent();
            if (several.camunda("collection").isEmpty() && !counted) {
                findings.error(several, "who");
            } else if (!counted && several.camunda("elementVariable").isEmpty()) {
                findings.error(several, "each");
            }
        });
    }
}
