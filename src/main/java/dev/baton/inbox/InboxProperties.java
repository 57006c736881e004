package dev.baton.inbox;

import dev.baton.shared.MailSecurity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where mail is fetched from and how it is worked through.
 *
 * @param host the IMAP server of the first mailbox; without one, mail is fetched from {@code mailboxes} only, or comes over
 *     the API
 * @param port 0 for the protocol's own (143 or 993)
 * @param protocol {@code imap} or {@code imaps}
 * @param username the mailbox to sign in to
 * @param password its password; without one an access token is used ({@code baton.mail-oauth2})
 * @param folder the folder to read
 * @param security how the connection is encrypted; where it is not said {@code tls} for {@code imaps}, else
 *     {@code starttls-required}, or {@code starttls-if-offered} if the server is on this machine
 * @param sslBundle the SSL bundle of Spring whose certificates are trusted, for a server with a certificate of one's own
 * @param takeOldMail which of the messages are taken that were there before Baton first looked: those not older than this
 *     duration, from this day on, all ({@code true}) or none ({@code false})
 * @param mailboxes more mailboxes by name; what one does not say is as in the first
 * @param idle whether to let the server tell of new mail (IMAP IDLE, RFC 2177) where it can
 * @param pollInterval how long to wait at most before looking for new mail
 * @param maxSize mails larger than this stay on the server; the ledger keeps their headers
 * @param workers threads that work through received mail; 0 leaves that to {@link LedgerProcessing#processDue()}
 * @param sweepInterval how often to look for mail that another node or an earlier run left
 */
@ConfigurationProperties("baton.inbox")
public record InboxProperties(
        @Nullable String host,
        @DefaultValue("0") int port,
        @DefaultValue("imap") String protocol,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("INBOX") String folder,
        @Nullable MailSecurity security,
        @Nullable String sslBundle,
        @DefaultValue("P1D") String takeOldMail,
        @DefaultValue Map<String, MoreMailbox> mailboxes,
        @DefaultValue("true") boolean idle,
        @DefaultValue("30s") Duration pollInterval,
        @DefaultValue("25MB") DataSize maxSize,
        @DefaultValue("2") int workers,
        @DefaultValue("15s") Duration sweepInterval) {

    private static final Duration LEAST_PATIENCE = Duration.ofSeconds(60);

    /** The name of the mailbox that has none in the settings. */
    private static final String FIRST = "first";

    /** A further mailbox; what is null is as in the first, but for the port, which goes with host and protocol. */
    public record MoreMailbox(
            @Nullable String host,
            @Nullable Integer port,
            @Nullable String protocol,
            @Nullable String username,
            @Nullable String password,
            @Nullable String folder,
            @Nullable MailSecurity security,
            @Nullable String sslBundle,
            @Nullable String takeOldMail) {}

    /** Whether there is a mailbox to fetch from. */
    public boolean fetches() {
        return !allMailboxes().isEmpty();
    }

    /**
     * Every mailbox that is fetched from, the first one first. A host and a password may also be there only for the others.
     */
    List<Mailbox> allMailboxes() {
        List<Mailbox> all = new ArrayList<>();
        if (host != null && !host.isBlank() && (!username.isBlank() || mailboxes.isEmpty())) {
            all.add(Mailbox.of(
                    FIRST, host, port, protocol, username, password, folder, security, sslBundle, takeOldMail));
        }
        mailboxes.forEach((name, more) -> all.add(more(name, more)));
        return all;
    }

    private Mailbox more(String name, MoreMailbox more) {
        String at = more.host == null ? host : more.host;
        if (at == null || at.isBlank()) {
            throw new IllegalArgumentException(
                    "baton.inbox.mailboxes." + name + ".host is not set, and neither is baton.inbox.host");
        }
        boolean elsewhere = more.host != null || more.protocol != null;
        return Mailbox.of(
                name,
                at,
                or(more.port, elsewhere ? 0 : port),
                or(more.protocol, protocol),
                or(more.username, username),
                or(more.password, password),
                or(more.folder, folder),
                more.security != null || elsewhere ? more.security : security,
                more.sslBundle == null ? sslBundle : more.sslBundle,
                or(more.takeOldMail, takeOldMail));
    }

    private static <T> T or(@Nullable T said, T otherwise) {
        return said == null ? otherwise : said;
    }

    /** How long an answer of the server may take, and how long to listen for news before asking. */
    Duration patience() {
        return pollInterval.compareTo(LEAST_PATIENCE) > 0 ? pollInterval : LEAST_PATIENCE;
    }
}
