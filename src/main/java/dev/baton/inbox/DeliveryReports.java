package dev.baton.inbox;

import dev.baton.inbox.DeliveryReport.Action;
import dev.baton.inbox.DeliveryReport.Recipient;
import dev.baton.shared.EmailAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Is it a report of a mail server about a mail that was, or was not, delivered: in the form of RFC 3464 and 6522, or in
 * free text? A person who forwards or quotes such a report is none: the mail as a whole has to be one.
 */
class DeliveryReports implements MachineReader {

    private static final Pattern STATUS = Pattern.compile("(?<![\\d.])([245])\\.(\\d{1,3})\\.(\\d{1,3})(?![\\d.])");
    private static final Pattern XTEXT = Pattern.compile("\\+([0-9A-F]{2})");

    @Override
    public Optional<DeliveryReport> read(ReceivedMail mail) {
        Optional<String> type = Reports.type(mail.headers());
        boolean fromServer = Signs.server(mail).isPresent() || Signs.hasNullSender(mail.headers());
        if (type.isEmpty() && !fromServer) {
            return Optional.empty();
        }
        List<Recipient> told =
                Reports.fields(mail, "message/delivery-status", "message/global-delivery-status").stream()
                        .flatMap(fields -> recipient(fields).stream())
                        .toList();
        if (!told.isEmpty()) {
            return Optional.of(new DeliveryReport(told, Reports.about(mail), Reports.seals(mail)));
        }
        return type.equals(Optional.of("delivery-status"))
                        || (type.isEmpty() && fromServer && FreeTextBounce.isOne(mail))
                ? Optional.of(
                        new DeliveryReport(FreeTextBounce.recipients(mail), Reports.about(mail), Reports.seals(mail)))
                : Optional.empty();
    }

    private static Optional<Recipient> recipient(Map<String, String> fields) {
        Optional<EmailAddress> last = address(fields.get("Final-Recipient"));
        Optional<EmailAddress> first = address(fields.get("Original-Recipient"))
                .map(address -> unescaped(fields.get("Original-Recipient")).orElse(address));
        String diagnostic = afterType(fields.getOrDefault("Diagnostic-Code", ""));
        String status = status(fields.get("Status"), diagnostic);
        return last.or(() -> first)
                .flatMap(address -> Optional.ofNullable(fields.get("Action"))
                        .flatMap(Action::parse)
                        .or(() -> action(status))
                        .map(action -> new Recipient(
                                address, first.orElse(null), action, status, Readable.text(diagnostic, 500))));
    }

    private static Optional<EmailAddress> address(@Nullable String field) {
        return Stream.ofNullable(field)
                .map(text -> afterType(text)
                        .replaceAll("[<>]", "")
                        .replaceFirst("(?s)\\(.*", "")
                        .strip())
                .flatMap(text -> EmailAddress.parse(text).stream())
                .findFirst();
    }

    /** An original recipient may be written as xtext (RFC 3461 §4), {@code a+2Bb@example.com}. */
    private static Optional<EmailAddress> unescaped(@Nullable String field) {
        return Stream.ofNullable(field)
                .map(text -> XTEXT.matcher(afterType(text))
                        .replaceAll(match ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16)))))
                .flatMap(text -> EmailAddress.parse(text.replaceAll("[<>]", "")).stream())
                .findFirst();
    }

    /** {@code smtp; 550 no such user} without what stands before the semicolon. */
    private static String afterType(String value) {
        int semicolon = value.indexOf(';');
        boolean typed = semicolon > 0 && value.substring(0, semicolon).strip().matches("[\\w.-]{1,30}");
        return (typed ? value.substring(semicolon + 1) : value).strip();
    }

    /** The code of the report; where it only says how bad it is, what the server's words say about why. */
    private static @Nullable String status(@Nullable String field, String diagnostic) {
        String given = Stream.ofNullable(field)
                .flatMap(text -> found(text).stream())
                .findFirst()
                .orElse(null);
        boolean vague = given == null || given.endsWith(".0.0");
        return found(diagnostic)
                .filter(code -> vague && (given == null || code.charAt(0) == given.charAt(0)))
                .orElse(given);
    }

    static Optional<String> found(String text) {
        Matcher status = STATUS.matcher(text);
        String vague = null;
        while (status.find()) {
            if (!status.group().endsWith(".0.0")) {
                return Optional.of(status.group());
            }
            vague = Objects.requireNonNullElse(vague, status.group());
        }
        return Optional.ofNullable(vague);
    }

    private static Optional<Action> action(@Nullable String status) {
        return Optional.ofNullable(status)
                .map(code -> code.startsWith("5")
                        ? Action.FAILED
                        : code.startsWith("4") ? Action.DELAYED : Action.DELIVERED);
    }
}
