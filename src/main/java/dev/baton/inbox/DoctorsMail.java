package dev.baton.inbox;

import jakarta.mail.internet.MailDateFormat;
import java.text.ParseException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail that Baton wrote to itself has arrived; published for whoever examines mail.
 *
 * @param receivedAt when it was stored here
 * @param messageId the Message-ID it came with
 * @param serverTime when the last mail server on the way says that it got it; null if none says so
 * @param authservId the server that wrote the uppermost Authentication-Results header (RFC 8601); empty if it left its
 *     name out, null if there is none
 * @param results what that server found out, by method such as {@code spf}, {@code dkim} and {@code dmarc}
 */
public record DoctorsMail(
        DoctorsCode code,
        Instant receivedAt,
        @Nullable String messageId,
        @Nullable Instant serverTime,
        @Nullable String authservId,
        Map<String, String> results) {

    static DoctorsMail of(DoctorsCode code, ReceivedMail mail) {
        List<AuthenticationResults> headers = mail.headers().everyRaw(AuthenticationResults.HEADER).stream()
                .map(AuthenticationResults::read)
                .toList();
        String server = headers.isEmpty() ? null : headers.get(0).server();
        Map<String, String> results = new LinkedHashMap<>();
        headers.stream()
                .filter(header -> header.server().equals(server))
                .flatMap(header -> header.results().stream())
                .forEach(result -> results.putIfAbsent(result.method(), result.result()));
        return new DoctorsMail(code, mail.receivedAt(), mail.messageId(), lastReceived(mail), server, results);
    }

    private static @Nullable Instant lastReceived(ReceivedMail mail) {
        String trace = mail.headers().raw("Received").orElse("");
        try {
            return new MailDateFormat()
                    .parse(trace.substring(trace.lastIndexOf(';') + 1).strip().toUpperCase(Locale.ROOT))
                    .toInstant();
        } catch (ParseException undated) {
            return null;
        }
    }
}
