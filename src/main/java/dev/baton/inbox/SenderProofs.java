package dev.baton.inbox;

import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Asks what the one mail server that we trust found out about the sender of a mail. Anybody can write such a header, so
 * only the uppermost counts that names that server (RFC 8601 §4.1, §5; docs/decisions/0024).
 */
@Component
public class SenderProofs {

    /** Our provider's own servers hand a mail on at most so often before the one that checked it. */
    private static final int MOST_SERVERS = 3;

    private final Optional<String> trusted;

    SenderProofs(TrustProperties properties) {
        trusted = Optional.ofNullable(properties.authservId())
                .map(id -> id.strip().toLowerCase(Locale.ROOT))
                .filter(id -> !id.isEmpty());
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
        return verdict(found(mail.headers(), trusted.get()), domain);
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

    /**
     * What the trusted server says, as far as nobody before it can have written it: of its uppermost header everything, of
     * others of its name beside that one only what speaks against the mail, since a sender may have written them.
     */
    private static List<AuthenticationResult> found(MailHeaders headers, String server) {
        List<AuthenticationResult> found = new ArrayList<>();
        boolean begun = false;
        int passed = 0;
        for (MailHeaders.Header header : headers.all()) {
            passed += header.name().equalsIgnoreCase("Received") ? 1 : 0;
            if (passed > MOST_SERVERS || (begun && header.name().equalsIgnoreCase("Received"))) {
                break;
            }
            if (header.name().equalsIgnoreCase(AuthenticationResults.HEADER)) {
                AuthenticationResults read = AuthenticationResults.read(header.value());
                if (read.server().equals(server)) {
                    boolean first = !begun;
                    begun = true;
                    read.results().stream()
                            .filter(result -> first || !result.passed())
                            .forEach(found::add);
                }
            }
        }
        return found;
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
