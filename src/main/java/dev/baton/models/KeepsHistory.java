package dev.baton.models;

import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;

/** The engine refuses a model that does not say how long its history is kept (Camunda manual, "History cleanup"). */
final class KeepsHistory implements Rule {

    /** Days, as a number or as an ISO 8601 duration of days. */
    private static final Pattern DAYS = Pattern.compile("\\d{1,7}|P\\d{1,7}D");

    private static final QName OF_DECISION = new QName(Vocabulary.CAMUNDA_DMN, "historyTimeToLive");

    @Override
    public String name() {
        return "history";
    }

    @Override
    public void check(Model model, Findings findings) {
        if (model.isProcess()) {
            model.process().ifPresent(process -> check(process, process.camunda("historyTimeToLive"), findings));
        } else {
            model.decisions()
                    .forEach(decision -> check(
                            decision, Optional.ofNullable(decision.attributes().get(OF_DECISION)), findings));
        }
    }

    private static void check(XmlElement kept, Optional<String> days, Findings findings) {
        if (days.isEmpty()) {
            findings.error(kept, "missing", kept.name());
        } else if (!DAYS.matcher(days.get().strip()).matches()) {
            findings.error(kept, "unreadable", days.get());
        }
    }
}
