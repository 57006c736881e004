package dev.baton.inbox;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Did a program write it? RFC 3834 §5 for Auto-Submitted; the other headers are what programs used before it, and what
 * Exchange uses still ([MS-OXCMAIL] X-Auto-Response-Suppress).
 */
class AutomaticReply implements Filter {

    private static final List<String> PRESENT = List.of(
            "X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Auto-Reply", "X-FC-Machinegenerated", "X-Loop");
    private static final List<String> PRECEDENCE = List.of("auto_reply", "auto-reply", "bulk", "junk");

    @Override
    public Optional<Verdict> judge(ReceivedMail mail) {
        MailHeaders headers = mail.headers();
        return submittedByProgram(headers)
                .or(() -> PRESENT.stream().filter(headers::has).findFirst())
                .or(() -> precedence(headers))
                .or(() -> suppressesAnswers(headers))
                .map(sign -> Verdict.ignored("automatic", sign));
    }

    private static Optional<String> submittedByProgram(MailHeaders headers) {
        return headers.raw("Auto-Submitted")
                .filter(value -> !headers.says("Auto-Submitted", "no"))
                .map(value -> "Auto-Submitted: " + value);
    }

    private static Optional<String> precedence(MailHeaders headers) {
        return headers.raw("Precedence")
                .filter(value -> PRECEDENCE.contains(value.toLowerCase(Locale.ROOT)))
                .map(value -> "Precedence: " + value);
    }

    private static Optional<String> suppressesAnswers(MailHeaders headers) {
        return headers.raw("X-Auto-Response-Suppress")
                .filter(value -> {
                    String lower = value.toLowerCase(Locale.ROOT);
                    return lower.contains("oof") || lower.contains("all");
                })
                .map(value -> "X-Auto-Response-Suppress: " + value);
    }
}
