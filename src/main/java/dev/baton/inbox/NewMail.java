package dev.baton.inbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mail on its way into the ledger, with the two hashes by which it is recognised.
 *
 * @param digest hash of the bytes: the same bytes are the same entry
 * @param content hash of what the sender wrote, without what servers add on the way; null without a Message-ID, since
 *     only with one can two equal mails be told from one that came twice
 * @param tooLarge why only headers are kept; null for the mails that are kept whole
 */
record NewMail(
        byte[] raw,
        long size,
        Arrival arrival,
        Fingerprint digest,
        @Nullable Fingerprint content,
        String messageId,
        @Nullable String sender,
        String subject,
        @Nullable String tooLarge) {

    private static final Set<String> WRITTEN_BY_SENDER = Set.of(
            "message-id", "from", "sender", "reply-to", "to", "cc", "date", "subject", "in-reply-to", "references");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    static NewMail whole(byte[] raw, Arrival arrival) {
        return of(raw, raw.length, arrival, null);
    }

    /** A mail of which only the headers are kept. */
    static NewMail tooLarge(byte[] headers, long size, Arrival arrival, String reason) {
        return of(headers, size, arrival, reason);
    }

    private static NewMail of(byte[] raw, long size, Arrival arrival, @Nullable String tooLarge) {
        Fingerprint digest = Fingerprint.of(Fingerprint.hash().digest(raw));
        Head head = Head.of(raw, ReadingLimits.STANDARD);
        MailHeaders headers = HeaderReader.read(raw, head);
        Optional<String> id = MailReader.messageId(headers);
        return new NewMail(
                raw,
                size,
                arrival,
                digest,
                id.map(known -> content(headers, raw, head.end())).orElse(null),
                Readable.text(id.orElse("sha256:" + digest), 600),
                Readable.textOrNull(sender(headers), 320),
                Readable.text(MailReader.subject(headers), 1000),
                tooLarge);
    }

    boolean isComplete() {
        return tooLarge == null;
    }

    /** The same without anything read from it, for a database that does not take what was read. */
    NewMail unread() {
        return new NewMail(raw, size, arrival, digest, null, "sha256:" + digest, null, "", tooLarge);
    }

    private static @Nullable String sender(MailHeaders headers) {
        return new Addresses(headers)
                .from()
                .map(named -> named.address().value())
                .or(() -> headers.first("From").filter(text -> !text.isBlank()))
                .orElse(null);
    }

    private static Fingerprint content(MailHeaders headers, byte[] raw, int body) {
        MessageDigest hash = Fingerprint.hash();
        for (MailHeaders.Header header : headers.all()) {
            String name = header.name().toLowerCase(Locale.ROOT);
            if (WRITTEN_BY_SENDER.contains(name) || name.startsWith("content-")) {
                hash.update((name + ":" + SPACES.matcher(header.value()).replaceAll(" ") + "\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        hash.update(raw, body, raw.length - body);
        return Fingerprint.of(hash.digest());
    }
}
