package dev.baton.models;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Somebody or something reads what is asked for. The fields of the brief are shown with every task, so people read them
 * as soon as anybody but the requester has a task; what is asked for in a task is shown to nobody and only steers.
 */
final class FieldsAreRead implements Rule {

    /** Answers that are made to be decided by, where a text is made to be read. */
    private static final Set<String> TO_DECIDE_BY = Set.of("enum", "boolean", "long");

    private static final Pattern REQUESTER = Pattern.compile("[$#]\\{\\s*request\\.requester\\s*}");

    private final FilesTogether around;

    FieldsAreRead(FilesTogether around) {
        this.around = around;
    }

    @Override
    public String name() {
        return "small";
    }

    @Override
    public void check(Model model, Findings findings) {
        if (!model.isProcess()) {
            return;
        }
        Readings readings = Readings.of(model);
        boolean isShown = model.nodes().anyMatch(FieldsAreRead::showsTheBrief);
        model.all()
                .filter(element -> element.is(Vocabulary.CAMUNDA, "formField"))
                .filter(field -> field.id().isPresent() && !isRead(model, readings, field))
                .forEach(field -> unread(field, isShown, findings));
    }

    private static void unread(XmlElement field, boolean isShown, Findings findings) {
        if (!field.named().name().equals("startEvent")) {
            findings.warning(field, "unread.task", field.label());
        } else if (!isShown) {
            findings.warning(field, "unread", field.label());
        } else if (field.attribute("type").filter(TO_DECIDE_BY::contains).isPresent()) {
            findings.note(field, "unread.choice", field.attribute("label").orElse(field.label()));
        }
    }

    private static boolean showsTheBrief(XmlElement node) {
        return node.name().equals("callActivity")
                || (node.name().equals("userTask")
                        && node.camunda("assignee")
                                .filter(assignee -> REQUESTER.matcher(assignee).matches())
                                .isEmpty());
    }

    private boolean isRead(Model model, Readings readings, XmlElement field) {
        String id = field.id().orElse("");
        return readings.all().anyMatch(reading -> reading.reads(id))
                || model.all("callActivity").anyMatch(call -> isHandedOver(call, id))
                || model.all("businessRuleTask").anyMatch(rule -> isDecidedBy(rule, id));
    }

    private static boolean isHandedOver(XmlElement call, String id) {
        return call.extensions("in")
                .anyMatch(in -> in.attribute("variables").equals(Optional.of("all"))
                        || in.attribute("source").equals(Optional.of(id)));
    }

    /** Whether the table reads the field; one that is not at hand is believed to. */
    private boolean isDecidedBy(XmlElement rule, String id) {
        Pattern word = Pattern.compile("\\b" + Pattern.quote(id) + "\\b");
        return rule.camunda("decisionRef")
                .flatMap(around::decision)
                .map(table -> table.all()
                        .filter(element -> element.name().equals("text"))
                        .anyMatch(text -> word.matcher(text.text()).find()))
                .orElse(true);
    }
}
