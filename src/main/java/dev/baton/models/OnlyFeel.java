package dev.baton.models;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A decision table is written in FEEL, and no function of it comes from outside. */
final class OnlyFeel implements Rule {

    private static final Pattern EXTERNAL = Pattern.compile("\\bexternal\\b\\s*\\{", Pattern.CASE_INSENSITIVE);

    @Override
    public String name() {
        return "decision";
    }

    @Override
    public void check(Model model, Findings findings) {
        if (!model.isDecision()) {
            return;
        }
        if (model.decisions().findAny().isEmpty()) {
            findings.error(model.root(), "none");
        }
        model.all().forEach(element -> {
            Stream.of("expressionLanguage", "typeLanguage")
                    .flatMap(language -> element.attribute(language).stream())
                    .filter(language -> !language.toLowerCase(Locale.ROOT).contains("feel"))
                    .forEach(language -> findings.error(element, "language", language));
            if (EXTERNAL.matcher(element.text()).find()) {
                findings.error(element, "external");
            }
            if (element.name().equals("import")) {
                findings.error(element, "import");
            }
        });
    }
}
