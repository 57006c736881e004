package dev.baton.outbox;

import dev.baton.outbox.Trouble.Kind;
import dev.baton.shared.MailTokens;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * The mail server that takes our mails, as {@code spring.mail.*} names it; and what this node last saw of it. After a
 * failed connection it is left alone for 2 seconds, then twice as long each time, up to a minute.
 */
@Component
class SmtpServer {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final @Nullable SmtpAccount account;
    private final MimeMails mimeMails;
    private final Clock clock;
    private int failures;
    private Instant notBefore = Instant.MIN;

    SmtpServer(
            ObjectProvider<JavaMailSenderImpl> settings,
            OutboxProperties outbox,
            MailTokens tokens,
            SslBundles bundles,
            MimeMails mimeMails,
            Clock clock) {
        JavaMailSenderImpl named = settings.getIfAvailable();
        String bundle = outbox.sslBundle();
        SSLSocketFactory trusting = bundle == null || bundle.isBlank()
                ? null
                : bundles.getBundle(bundle).createSslContext().getSocketFactory();
        this.account = named == null ? null : new SmtpAccount(named, outbox.security(), trusting, tokens);
        this.mimeMails = mimeMails;
        this.clock = clock;
    }

    /** Whether a server is named in the settings. */
    boolean configured() {
        return account != null;
    }

    /** Whether a server is named and is not being left alone after a failure. */
    synchronized boolean worthTrying() {
        return configured() && !clock.instant().isBefore(notBefore);
    }

    /** @throws IllegalStateException if no server is named */
    SmtpAccount account() {
        if (account == null) {
            throw new IllegalStateException("No mail server is named (spring.mail.host)");
        }
        return account;
    }

    /** A connection that is made when the first mail is sent over it. */
    Connection connection() {
        return new Connection(Objects.requireNonNull(account, "no mail server is named"));
    }

    /** Signs in to the server and says good-bye; what went wrong, or nothing. */
    Optional<Trouble> tryOut() {
        try (Connection connection = connection()) {
            connection.open();
            return Optional.empty();
        } catch (NotSentException failure) {
            return Optional.of(failure.trouble());
        }
    }

    private synchronized void reached() {
        failures = 0;
        notBefore = Instant.MIN;
    }

    private synchronized void notReached() {
        Duration pause = Duration.ofSeconds(1L << Math.min(++failures, 6));
        notBefore = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }

    /** One after the other, mails go over one connection; a server that hangs up between two is called again. */
    final class Connection implements AutoCloseable {

        private final SmtpAccount account;
        private @Nullable Transport transport;
        private boolean usable = true;

        private Connection(SmtpAccount account) {
            this.account = account;
        }

        /** False once the server could not be reached or asked us to come back later. */
        boolean usable() {
            return usable;
        }

        /** @return the name that the server gave the mail, if it said one */
        Optional<String> send(QueuedMail mail, List<OutgoingAttachment> files) throws NotSentException {
            MimeMessage message = message(mail, files);
            Transport open = open();
            try {
                open.sendMessage(message, message.getAllRecipients());
                return open instanceof SMTPTransport smtp
                        ? RelayId.in(Objects.requireNonNullElse(smtp.getLastServerResponse(), ""))
                        : Optional.empty();
            } catch (MessagingException failure) {
                Trouble trouble = Refusals.of(failure);
                usable = trouble.kind() != Kind.UNREACHABLE && trouble.kind() != Kind.SIGN_IN;
                hangUpIfDead();
                throw new NotSentException(trouble, failure);
            }
        }

        /** Whatever stands in the way of putting a mail together stands there the next time too, and is its own. */
        private MimeMessage message(QueuedMail mail, List<OutgoingAttachment> files) throws NotSentException {
            try {
                return mimeMails.of(account.session(), mail, files);
            } catch (MessagingException | RuntimeException unreadable) {
                throw new NotSentException(new Trouble(Kind.UNREADABLE, Refusals.words(unreadable)), unreadable);
            }
        }

        /** Makes the connection, if it does not stand. */
        Transport open() throws NotSentException {
            if (transport != null) {
                return transport;
            }
            try {
                Transport made = account.connected();
                transport = made;
                reached();
                return made;
            } catch (MessagingException failure) {
                usable = false;
                notReached();
                throw new NotSentException(Refusals.ofConnecting(failure), failure);
            }
        }

        private void hangUpIfDead() {
            if (transport != null && !transport.isConnected()) {
                transport = null;
            }
        }

        @Override
        public void close() {
            if (transport != null) {
                try {
                    transport.close();
                } catch (MessagingException alreadyGone) {
                    transport = null;
                }
            }
        }
    }
}
