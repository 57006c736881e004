package dev.baton.inbox;

import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Asks what the one mail server that we trust found out about the sender of a mail. Anybody can write such a header, so
 * only what that server must have written counts (RFC 8601 §4.1, §5; docs/decisions/0024).
 */
@Component
public class SenderProofs {

    /** What {@code baton.inbox.authserv-id} is where Microsoft 365 checks senders, which writes no name. */
    public static final String MICROSOFT_365 = "microsoft-365";

    private final Optional<CheckingServer> trusted;

    SenderProofs(TrustProperties properties) {
        trusted = CheckingServer.of(properties);
    }

    /** How sure the sender of this mail is. */
    public SenderProof of(ReceivedMail mail) {
        if (mail.from() == null || namesSeveralSenders(mail)) {
            return SenderProof.UNPROVEN;
        }
        String domain = ascii(mail.from().domain());
        if (trusted.isEmpty()) {
            return anybodySpeaksAgainst(mail, domain) ? SenderProof.UNPROVEN : SenderProof.UNCHECKED;
        }
        return verdict(trusted.get().found(mail.headers()), domain);
    }

    private static SenderProof verdict(List<AuthenticationResult> results, String domain) {
        boolean about = results.stream().noneMatch(result -> result.isOf("dmarc") && result.speaksOfAnother(domain));
        if (!about) {
            return SenderProof.UNPROVEN;
        }
        if (results.stream().anyMatch(result -> result.isOf("dmarc") && result.failed())) {
            return SenderProof.DISPROVEN;
        }
        boolean dmarc = results.stream().anyMatch(result -> result.isOf("dmarc") && result.passed());
        boolean aligned = results.stream()
                .anyMatch(result -> result.isOf("dkim", "spf") && result.passed() && result.speaksOf(domain));
        return dmarc || aligned ? SenderProof.PROVEN : SenderProof.UNPROVEN;
    }

    /** Whoever wrote it: nobody forges a header that speaks against the mail it stands in. */
    private static boolean anybodySpeaksAgainst(ReceivedMail mail, String domain) {
        return mail.headers().everyRaw(AuthenticationResults.HEADER).stream()
                .flatMap(value -> AuthenticationResults.read(value).results().stream())
                .anyMatch(result -> result.isOf("dmarc") && result.failed() && !result.speaksOfAnother(domain));
    }

    /** Two senders make every check doubtful: it may have been of the other one (RFC 7489 §6.6.1). */
    private static boolean namesSeveralSenders(ReceivedMail mail) {
        List<String> from = mail.headers().everyRaw("From");
        return from.size() > 1 || new Addresses(mail.headers()).of("From").size() > 1;
    }

    private static String ascii(String domain) {
        try {
            return Objects.requireNonNull(IDN.toASCII(domain)).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException noDomainName) {
            return domain;
        }
    }
}
