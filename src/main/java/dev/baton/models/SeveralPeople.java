package dev.baton.models;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A step that several people get says who they are, and gives each of them one of their own. */
final class SeveralPeople implements Rule {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    /** As many people as one would ask at once. */
    private static final int MANY = 20;

    @Override
    public String name() {
        return "several";
    }

    @Override
    public void check(Model model, Findings findings) {
        Variables variables = Variables.of(model);
        model.all("multiInstanceLoopCharacteristics").forEach(several -> {
            Optional<String> count = several.texts("loopCardinality").findFirst();
            Optional<String> collection = several.camunda("collection");
            if (collection.isEmpty() && count.isEmpty()) {
                findings.error(several, "who");
            } else if (count.isEmpty() && several.camunda("elementVariable").isEmpty()) {
                findings.error(several, "each");
            } else {
                each(several, findings);
            }
            collection
                    .filter(name -> !ExpressionReader.isExpression(name)
                            && variables.setting(name).isEmpty())
                    .ifPresent(name -> findings.error(several, "unknown", name));
            count.filter(text -> !ExpressionReader.isExpression(text))
                    .ifPresent(text -> count(several, text, findings));
        });
    }

    private static void count(XmlElement several, String text, Findings findings) {
        if (!NUMBER.matcher(text).matches()) {
            findings.error(several, "count", text);
        } else if (Integer.parseInt(text) > MANY) {
            findings.warning(several, "many", text);
        }
    }

    /** A user task that does not name whose turn it is comes to the same people as often as there are turns. */
    private static void each(XmlElement several, Findings findings) {
        XmlElement task = several.named();
        String turn = several.camunda("elementVariable").orElse("");
        boolean isTheirs = Stream.of("assignee", "candidateUsers", "candidateGroups")
                .flatMap(who -> task.camunda(who).stream())
                .flatMap(who -> ExpressionReader.readable(who).stream())
                .anyMatch(who -> who.names().contains(turn));
        if (task.name().equals("userTask") && !isTheirs) {
            findings.warning(several, "same", task.label(), turn.isEmpty() ? "approver" : turn);
        }
    }
}
