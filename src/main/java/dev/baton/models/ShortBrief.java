package dev.baton.models;

/** A form asks for no more than people fill in with thought. */
final class ShortBrief implements Rule {

    private final CheckProperties limits;

    ShortBrief(CheckProperties limits) {
        this.limits = limits;
    }

    @Override
    public String name() {
        return "small";
    }

    @Override
    public void check(Model model, Findings findings) {
        model.all()
                .filter(element -> element.is(Vocabulary.CAMUNDA, "formData"))
                .forEach(form -> {
                    long required = form.children(Vocabulary.CAMUNDA, "formField")
                            .filter(ShortBrief::isRequired)
                            .count();
                    if (required > limits.requiredFields()) {
                        findings.warning(
                                form, "fields", String.valueOf(required), String.valueOf(limits.requiredFields()));
                    }
                });
    }

    static boolean isRequired(XmlElement field) {
        return field.children(Vocabulary.CAMUNDA, "validation")
                .flatMap(rules -> rules.children(Vocabulary.CAMUNDA, "constraint"))
                .anyMatch(rule ->
                        rule.attribute("name").filter("required"::equals).isPresent());
    }
}
