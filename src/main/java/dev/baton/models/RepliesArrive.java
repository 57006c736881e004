package dev.baton.models;

import java.util.Optional;

/** Whoever waits for a message waits for one that can come: an answer by mail, called {@code reply}. */
final class RepliesArrive implements Rule {

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public void check(Model model, Findings findings) {
        if (!model.isProcess()) {
            return;
        }
        Replies.waitingForAny(model).filter(step -> !isStartOfAll(step)).forEach(step -> check(model, step, findings));
    }

    private static void check(Model model, XmlElement step, Findings findings) {
        Optional<String> reference = Replies.reference(step);
        Optional<XmlElement> message = Replies.message(model, step);
        Optional<String> name = message.flatMap(found -> found.attribute("name"));
        if (reference.isEmpty()) {
            findings.error(step, "missing", step.label());
        } else if (message.isEmpty()) {
            findings.error(step, "unknown", step.label(), reference.get());
        } else if (name.isEmpty()) {
            findings.error(step, "name", step.label());
        } else if (!name.get().equals(Replies.NAME)) {
            findings.error(step, "other", step.label(), name.get());
        }
    }

    /** That a workflow does not begin with a message is said by another rule. */
    private static boolean isStartOfAll(XmlElement step) {
        return step.name().equals("startEvent") && (step.parent() == null || !Flow.isEventSubProcess(step.parent()));
    }
}
