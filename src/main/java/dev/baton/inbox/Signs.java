package dev.baton.inbox;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the headers of a mail say about who or what sent it. */
final class Signs {

    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
    private static final Set<String> NEITHER = Set.of("no", "false", "0", "none", "");
    private static final Set<String> SERVERS =
            Set.of("mailer-daemon", "postmaster", "mail-daemon", "maildaemon", "mailerdaemon", "mail-delivery-system");
    private static final Pattern EXCHANGE = Pattern.compile("microsoftexchange[0-9a-f]{16,40}");
    private static final Pattern NO_REPLY = Pattern.compile(
            "(.*[-_.])?(no|not|non|do-?not|do_not|never|keine|ne-?pas)[-_.]?(reply|replies|respond|responder|antwort(en)?|repondre)([-_.].*)?");

    private Signs() {}

    /** The first word of a header of the form of RFC 3834 §5, lower-case, without comments and parameters. */
    static Optional<String> keyword(MailHeaders headers, String name) {
        return headers.raw(name)
                .map(value -> COMMENT.matcher(value).replaceAll(" ").strip())
                .map(value -> value.split("[;\\s]", 2)[0].toLowerCase(Locale.ROOT));
    }

    /** {@code Auto-Submitted} with its value, unless it says no or nothing. */
    static Optional<String> autoSubmitted(MailHeaders headers) {
        return keyword(headers, "Auto-Submitted")
                .filter(value -> !NEITHER.contains(value))
                .map(value -> "Auto-Submitted: " + value);
    }

    /** The first of these headers that is there and does not say no. */
    static Optional<String> affirmed(MailHeaders headers, List<String> names) {
        return names.stream()
                .filter(name -> keyword(headers, name)
                        .filter(value -> !NEITHER.contains(value))
                        .isPresent())
                .findFirst();
    }

    /** The precedence, if it is one of these. */
    static Optional<String> precedence(MailHeaders headers, Set<String> words) {
        return keyword(headers, "Precedence")
                .or(() -> keyword(headers, "X-Precedence"))
                .filter(words::contains)
                .map(value -> "Precedence: " + value);
    }

    /**
     * {@code X-Auto-Response-Suppress}, if it speaks of a program: {@code All} or {@code AutoReply}. The mail of a person
     * may well carry the others, which only say what its sender does not want back ([MS-OXCMAIL] §2.1.3.2).
     */
    static Optional<String> suppressesAnswers(MailHeaders headers) {
        return headers.raw("X-Auto-Response-Suppress")
                .filter(value -> Arrays.stream(value.toLowerCase(Locale.ROOT).split("[,;\\s]+"))
                        .anyMatch(Set.of("all", "autoreply")::contains))
                .map(value -> "X-Auto-Response-Suppress: " + value);
    }

    /** Whether the envelope names nobody (RFC 5321 §4.5.5). */
    static boolean hasNullSender(MailHeaders headers) {
        return headers.raw("Return-Path")
                .filter(value -> value.replaceAll("\\s", "").equals("<>"))
                .isPresent();
    }

    /** The sender, if a mail server writes under that name. */
    static Optional<String> server(ReceivedMail mail) {
        return local(mail)
                .filter(local ->
                        SERVERS.contains(local) || EXCHANGE.matcher(local).matches())
                .or(() -> mail.headers()
                        .raw("From")
                        .map(from -> from.toLowerCase(Locale.ROOT))
                        .filter(from -> mail.sender().isEmpty() && from.contains("mailer-daemon")));
    }

    /** The sender, if it says of itself that it takes no answers and names nobody else who does. */
    static Optional<String> noReply(ReceivedMail mail) {
        boolean elsewhere = mail.replyTo().stream()
                .anyMatch(
                        address -> !NO_REPLY.matcher(address.untagged().local()).matches());
        return elsewhere
                ? Optional.empty()
                : local(mail).filter(local -> NO_REPLY.matcher(local).matches());
    }

    private static Optional<String> local(ReceivedMail mail) {
        return mail.sender().map(sender -> sender.untagged().local());
    }
}
