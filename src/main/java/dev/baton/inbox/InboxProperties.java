package dev.baton.inbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where mail is fetched from and how it is worked through.
 *
 * @param host the IMAP server; without one nothing is fetched and mail comes over the API only
 * @param port 0 for the protocol's own (143 or 993)
 * @param protocol {@code imap} (STARTTLS where the server offers it) or {@code imaps}
 * @param username the mailbox to sign in to
 * @param password its password
 * @param folder the folder to read
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
        @DefaultValue("true") boolean idle,
        @DefaultValue("30s") Duration pollInterval,
        @DefaultValue("25MB") DataSize maxSize,
        @DefaultValue("2") int workers,
        @DefaultValue("15s") Duration sweepInterval) {

    private static final Duration LEAST_PATIENCE = Duration.ofSeconds(60);

    /** Whether there is a mailbox to fetch from. */
    public boolean fetches() {
        return host != null && !host.isBlank();
    }

    /** What the ledger calls the mailbox; without the port, which says nothing about which mailbox it is. */
    String mailbox() {
        return username + "@" + host + "/" + folder;
    }

    /** How long an answer of the server may take, and how long to listen for news before asking. */
    Duration patience() {
        return pollInterval.compareTo(LEAST_PATIENCE) > 0 ? pollInterval : LEAST_PATIENCE;
    }
}
