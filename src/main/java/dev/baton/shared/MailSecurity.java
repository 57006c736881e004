package dev.baton.shared;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** How a connection to a mail server is encrypted. Wherever it is, certificate and host name are checked. */
public enum MailSecurity {
    /** Encrypted from the first byte (RFC 8314): ports 993 and 465. */
    TLS,
    /** Encrypted before anybody signs in (STARTTLS, RFC 3207 and RFC 9051 §6.2.1); a server that does not offer it is left. */
    STARTTLS_REQUIRED,
    /** Encrypted where the server offers it; who can listen can also take the offer away. */
    STARTTLS_IF_OFFERED,
    /** Never encrypted: whoever can listen reads all mail and the password. */
    NONE;

    /** What is asked of this host where nothing is said: encryption, but on this very machine. */
    public static MailSecurity startTlsFor(String host) {
        return isLoopback(host) ? STARTTLS_IF_OFFERED : STARTTLS_REQUIRED;
    }

    /** Whether a password may be read by whoever listens, if the server offers no encryption. */
    public boolean mayBeReadable() {
        return this == STARTTLS_IF_OFFERED || this == NONE;
    }

    /** Whether what is sent to this host stays on this machine; a host that nobody knows does not. */
    public static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException nowhere) {
            return false;
        }
    }
}
