package dev.baton.inbox;

import dev.baton.shared.EmailAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Is it a complaint about a mail of ours: the abuse reporting format (RFC 5965), or what Hotmail and AOL send instead, a
 * mail of the provider's staff with the mail attached?
 */
class SpamReports implements MachineReader {

    private static final List<String> READER = List.of("Original-Rcpt-To", "Removal-Recipient", "Redacted-Address");
    private static final Pattern PROVIDER = Pattern.compile(
            "complaint about message from .*|email feedback report for ip .*|.*\\babuse report\\b.*|.*\\bspam (complaint|report)\\b.*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern STAFF =
            Pattern.compile("staff|scomp|feedbackloop|fbl|feedback-loop|abuse|complaints?|jmrp");

    @Override
    public Optional<SpamReport> read(ReceivedMail mail) {
        boolean report = Reports.type(mail.headers()).isPresent();
        List<Map<String, String>> groups =
                report ? Reports.fields(mail, "message/feedback-report") : List.<Map<String, String>>of();
        if (groups.isEmpty() && !Reports.type(mail.headers()).equals(Optional.of("feedback-report"))) {
            return isOfProvider(mail)
                    ? Optional.of(new SpamReport(
                            "abuse", hotmailReader(mail).orElse(null), Reports.about(mail), Reports.seals(mail)))
                    : Optional.empty();
        }
        String type = groups.stream()
                .flatMap(fields -> Stream.ofNullable(fields.get("Feedback-Type")))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("abuse");
        return Optional.of(new SpamReport(
                Readable.text(type, 40), reader(groups).orElse(null), Reports.about(mail), Reports.seals(mail)));
    }

    private static boolean isOfProvider(ReceivedMail mail) {
        return PROVIDER.matcher(mail.subject()).matches()
                && mail.sender()
                        .filter(sender ->
                                STAFF.matcher(sender.untagged().local()).matches())
                        .isPresent()
                && mail.attachments().stream().anyMatch(part -> part.type().equals("message/rfc822"));
    }

    private static Optional<EmailAddress> reader(List<Map<String, String>> groups) {
        return groups.stream()
                .flatMap(fields -> READER.stream().map(fields::get))
                .filter(Objects::nonNull)
                .flatMap(text -> EmailAddress.parse(text.replaceAll("[<>]", "")).stream())
                .findFirst();
    }

    private static Optional<EmailAddress> hotmailReader(ReceivedMail mail) {
        return Reports.returned(mail).stream()
                .flatMap(headers -> Stream.of("X-HmXmrOriginalRecipient", "X-Original-Recipient")
                        .flatMap(name -> headers.raw(name).stream()))
                .flatMap(text -> EmailAddress.parse(text.replaceAll("[<>]", "")).stream())
                .findFirst();
    }
}
