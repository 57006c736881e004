package dev.baton.inbox;

import dev.baton.shared.MailSecurity;
import dev.baton.shared.MailSockets;
import dev.baton.shared.MailTokens;
import dev.baton.shared.NoTokenException;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.ReadOnlyFolderException;
import jakarta.mail.Session;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;

/** The IMAP server of one mailbox: opens the mailbox, and can hang up at once. */
final class MailServer {

    private static final int CONNECT_MILLIS = 20_000;

    private final Mailbox mailbox;
    private final Duration patience;
    private final @Nullable MailTokens tokens;
    private final MailSockets sockets;

    /**
     * @param patience how long an answer may take, and how long to listen for news
     * @param tokens what to sign in with instead of a password; null where there is a password
     * @param trusting makes sockets that trust the server's certificate; null where Java does
     */
    MailServer(Mailbox mailbox, Duration patience, @Nullable MailTokens tokens, @Nullable SSLSocketFactory trusting) {
        this.mailbox = mailbox;
        this.patience = patience;
        this.tokens = tokens;
        this.sockets = new MailSockets(trusting);
    }

    Mailbox mailbox() {
        return mailbox;
    }

    /** Signs in and opens the folder for reading and flagging; only for reading where no more is allowed. */
    OpenMailbox open() throws MessagingException {
        String protocol = mailbox.protocol();
        IMAPStore store = (IMAPStore)
                Session.getInstance(settings("mail." + protocol + ".")).getStore(protocol);
        try {
            signIn(store);
            IMAPFolder folder = (IMAPFolder) store.getFolder(mailbox.folder());
            return new OpenMailbox(store, opened(folder), mailbox.inLedger());
        } catch (MessagingException | RuntimeException failure) {
            hangUp();
            throw failure;
        }
    }

    private void signIn(IMAPStore store) throws MessagingException {
        if (tokens == null) {
            connect(store, mailbox.password());
            return;
        }
        String token = token(tokens);
        try {
            connect(store, token);
        } catch (AuthenticationFailedException perhapsTooOld) {
            tokens.forget(token);
            connect(store, token(tokens));
        }
    }

    private static String token(MailTokens tokens) throws MessagingException {
        try {
            return tokens.token();
        } catch (NoTokenException none) {
            throw none.isRefused()
                    ? new AuthenticationFailedException(none.getMessage())
                    : new MessagingException(none.getMessage(), none);
        }
    }

    private void connect(IMAPStore store, String password) throws MessagingException {
        store.connect(mailbox.host(), mailbox.port(), mailbox.username(), password);
    }

    private static IMAPFolder opened(IMAPFolder folder) throws MessagingException {
        try {
            folder.open(Folder.READ_WRITE);
        } catch (ReadOnlyFolderException notOursToFlag) {
            folder.open(Folder.READ_ONLY);
        }
        return folder;
    }

    /** Cuts the connection without a word, whatever it waits for. */
    void hangUp() {
        sockets.closeAll();
    }

    /** What the server showed on the connection that is open now; nothing if that is not encrypted. */
    Optional<X509Certificate> certificate() {
        return sockets.certificate();
    }

    /** Certificates and host names are checked; a wait for an answer ends when the next look at the mailbox is due. */
    private Properties settings(String prefix) {
        Properties settings = new Properties();
        settings.put(prefix + "connectiontimeout", String.valueOf(CONNECT_MILLIS));
        settings.put(prefix + "timeout", String.valueOf(patience.toMillis()));
        settings.put(prefix + "writetimeout", String.valueOf(CONNECT_MILLIS));
        settings.put(prefix + "ssl.checkserveridentity", "true");
        settings.put(prefix + "ssl.socketFactory", sockets.encrypted());
        settings.put(prefix + "socketFactory", sockets.plain());
        MailSecurity security = mailbox.security();
        settings.put(prefix + "starttls.enable", String.valueOf(security != MailSecurity.NONE));
        settings.put(prefix + "starttls.required", String.valueOf(security == MailSecurity.STARTTLS_REQUIRED));
        if (tokens != null) {
            settings.put(prefix + "auth.mechanisms", "XOAUTH2");
        }
        return settings;
    }
}
