package dev.baton.inbox;

import dev.baton.shared.MailSecurity;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox that mail is fetched from, as the settings name it.
 *
 * @param name what the settings call it
 * @param port -1 for the protocol's own
 * @param username who signs in; on Exchange the address of a shared mailbox, where the token's user may open it
 * @param password empty where an access token is used
 */
record Mailbox(
        String name,
        String host,
        int port,
        MailSecurity security,
        String username,
        String password,
        String folder,
        @Nullable String sslBundle,
        OldMail oldMail) {

    static Mailbox of(
            String name,
            String host,
            int port,
            String protocol,
            String username,
            String password,
            String folder,
            @Nullable MailSecurity security,
            @Nullable String sslBundle,
            String takeOldMail) {
        boolean tls = switch (protocol.toLowerCase(Locale.ROOT)) {
            case "imap" -> false;
            case "imaps" -> true;
            default ->
                throw new IllegalArgumentException("The protocol of a mailbox is imap or imaps, not " + protocol);
        };
        return new Mailbox(
                name,
                host,
                port == 0 ? -1 : port,
                tls ? MailSecurity.TLS : Objects.requireNonNullElseGet(security, () -> MailSecurity.startTlsFor(host)),
                username,
                password,
                folder,
                sslBundle,
                OldMail.parse(takeOldMail));
    }

    /** What the ledger calls it; without the port, which says nothing about which mailbox it is. */
    String inLedger() {
        return username + "@" + host + "/" + folder;
    }

    /** The same on whatever host: a mailbox that moves to another server is still the same. */
    String account() {
        return username + "/" + folder;
    }

    /** What the mail library calls the protocol. */
    String protocol() {
        return security == MailSecurity.TLS ? "imaps" : "imap";
    }
}
