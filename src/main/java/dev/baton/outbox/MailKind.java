package dev.baton.outbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * How long a mail may wait for its reader: each standard mail is of one kind, and this is the list. Which of them wait for
 * whom is decided by {@link Admission} (docs/decisions/0021).
 */
public enum MailKind {
    /** Somebody waits for it this minute, mostly because they asked or answered just now. Never waits. */
    NOW(
            "sign-in",
            "mail-missing",
            "acknowledgement",
            "decision-recorded",
            "ask-again",
            "confirm-answer",
            "confirm-reply",
            "which-task",
            "not-yours",
            "unknown-reference",
            "refused",
            "answer",
            "forwarded",
            "waits",
            "digest"),
    /** Work stands until its reader does something. Waits only if there is time for it. */
    TASK(
            "task",
            "substitute",
            "handed-over",
            "escalation",
            "undeliverable",
            "stuck",
            "away",
            "blocked",
            "can-go-on",
            "waits-in-vain",
            "question",
            "quarantine",
            "model-refused",
            "template-broken",
            "answer-back"),
    /** Says again what its reader was told before. */
    REMINDER("reminder"),
    /** Good to know; nothing stands if nobody reads it today. Also what process owners send with templates of their own. */
    NEWS("delivered", "closed", "promise-moved", "message", "silent", "model-mended", "goes-on", Weekly.TEMPLATE);

    private final Set<String> templates;

    MailKind(String... templates) {
        this.templates = Set.of(templates);
    }

    /** The standard mails of this kind. */
    public Set<String> templates() {
        return templates;
    }

    /** The kind of a mail made from this template. */
    public static MailKind of(String template) {
        return Arrays.stream(values())
                .filter(kind -> kind.templates.contains(template))
                .findFirst()
                .orElse(NEWS);
    }

    /** The word in rows and numbers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MailKind ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
