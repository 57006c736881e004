package dev.baton.models;

import java.util.HashSet;
import java.util.Set;

/** The outcomes of a task can be read, and no two of them are called the same. */
final class ReadableOutcomes implements Rule {

    @Override
    public String name() {
        return "outcomes";
    }

    @Override
    public void check(Model model, Findings findings) {
        model.all("userTask").forEach(task -> task.property("outcomes").ifPresent(text -> check(task, text, findings)));
    }

    private static void check(XmlElement task, String text, Findings findings) {
        Set<String> seen = new HashSet<>();
        for (String part : Outcome.parts(text)) {
            Outcome.read(part)
                    .ifPresentOrElse(
                            outcome -> {
                                if (!seen.add(outcome.value()) || !seen.add(outcome.label())) {
                                    findings.error(task, "twice", part);
                                }
                            },
                            () -> findings.error(task, "unreadable", part));
        }
    }
}
