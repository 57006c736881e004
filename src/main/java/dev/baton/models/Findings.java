package dev.baton.models;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** Takes down what one rule finds, in the words of {@code messages/models.properties}. */
final class Findings {

    private final String rule;
    private final MessageSource messages;
    private final FindingList list;

    Findings(String rule, MessageSource messages, FindingList list) {
        this.rule = rule;
        this.messages = messages;
        this.list = list;
    }

    void error(XmlElement at, String what, Object... about) {
        add(Severity.ERROR, at, at.line(), what, about);
    }

    void warning(XmlElement at, String what, Object... about) {
        add(Severity.WARNING, at, at.line(), what, about);
    }

    void note(XmlElement at, String what, Object... about) {
        add(Severity.NOTE, at, at.line(), what, about);
    }

    /** An error that is known by its line alone. */
    void error(XmlElement root, int line, String what, Object... about) {
        XmlElement at = root.all()
                .filter(element -> element.line() <= line)
                .reduce((one, next) -> next)
                .orElse(root);
        add(Severity.ERROR, at, line, what, about);
    }

    /** An error of a file that could not be read. */
    void error(int line, String what, Object... about) {
        list.add(new Finding(rule, Severity.ERROR, null, null, line, text(what, about), text(what + ".fix", about)));
    }

    /** Something about a file as a whole that keeps nobody from anything. */
    void warning(int line, String what, Object... about) {
        list.add(new Finding(rule, Severity.WARNING, null, null, line, text(what, about), text(what + ".fix", about)));
    }

    private void add(Severity severity, XmlElement at, int line, String what, Object... about) {
        XmlElement named = at.named();
        list.add(
                at,
                new Finding(
                        rule,
                        severity,
                        named.id().orElse(null),
                        named.seen().orElse(null),
                        line,
                        text(what, about),
                        text(what + ".fix", about)));
    }

    private String text(String what, Object... about) {
        return messages.getMessage("models." + rule + "." + what, about, Locale.ENGLISH);
    }
}
