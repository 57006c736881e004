package dev.baton.outbox;

import dev.baton.shared.MailSecurity;
import dev.baton.shared.MailSockets;
import dev.baton.shared.MailTokens;
import dev.baton.shared.NoTokenException;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Objects;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Signs in to the mail server that {@code spring.mail.*} names, with encryption as {@code baton.outbox.security} wants it.
 * To a server that is not on this machine no password goes in clear text, and certificates and host names are checked.
 */
final class SmtpAccount {

    private final JavaMailSenderImpl settings;
    private final @Nullable MailTokens tokens;
    private final String protocol;
    private final Session session;
    private final MailSockets sockets;

    SmtpAccount(
            JavaMailSenderImpl settings,
            @Nullable MailSecurity wanted,
            @Nullable SSLSocketFactory trusting,
            MailTokens tokens) {
        this.settings = settings;
        boolean byToken = given(settings.getUsername()) && !given(settings.getPassword()) && tokens.configured();
        this.tokens = byToken ? tokens : null;
        this.protocol = wanted == MailSecurity.TLS
                ? "smtps"
                : Objects.requireNonNullElse(settings.getProtocol(), JavaMailSenderImpl.DEFAULT_PROTOCOL);
        Properties properties = new Properties();
        properties.putAll(settings.getJavaMailProperties());
        String prefix = "mail." + protocol + ".";
        boolean trustsByItself = properties.get(prefix + "ssl.socketFactory") instanceof SSLSocketFactory;
        this.sockets = new MailSockets(
                trusting == null && trustsByItself
                        ? (SSLSocketFactory) properties.get(prefix + "ssl.socketFactory")
                        : trusting);
        secure(properties, prefix, wanted);
        if (byToken) {
            properties.put(prefix + "auth", "true");
            properties.put(prefix + "auth.mechanisms", "XOAUTH2");
        }
        this.session = Session.getInstance(properties);
    }

    private void secure(Properties properties, String prefix, @Nullable MailSecurity wanted) {
        properties.put(prefix + "ssl.socketFactory", sockets.encrypted());
        MailSecurity security = wanted == null ? usual(properties, prefix) : wanted;
        boolean optional = security == MailSecurity.STARTTLS_IF_OFFERED;
        boolean required = security == MailSecurity.STARTTLS_REQUIRED;
        if (wanted != null || required) {
            properties.put(prefix + "ssl.enable", String.valueOf(security == MailSecurity.TLS));
            properties.put(prefix + "starttls.enable", String.valueOf(optional || required));
            properties.put(prefix + "starttls.required", String.valueOf(required));
        } else if (optional) {
            properties.putIfAbsent(prefix + "starttls.enable", "true");
        }
        if (wanted != null || !MailSecurity.isLoopback(host())) {
            properties.put(prefix + "ssl.checkserveridentity", "true");
        }
    }

    private MailSecurity usual(Properties properties, String prefix) {
        boolean tls =
                protocol.equals("smtps") || Boolean.parseBoolean(String.valueOf(properties.get(prefix + "ssl.enable")));
        if (tls) {
            return MailSecurity.TLS;
        }
        boolean signsIn = given(settings.getUsername());
        return signsIn ? MailSecurity.startTlsFor(host()) : MailSecurity.STARTTLS_IF_OFFERED;
    }

    /** What messages are made for. */
    Session session() {
        return session;
    }

    /** What the server showed on a connection that is open now. */
    MailSockets sockets() {
        return sockets;
    }

    String host() {
        return Objects.requireNonNullElse(settings.getHost(), "localhost");
    }

    Transport connected() throws MessagingException {
        if (tokens == null) {
            return connected(settings.getPassword());
        }
        String token = token(tokens);
        try {
            return connected(token);
        } catch (AuthenticationFailedException perhapsTooOld) {
            tokens.forget(token);
            return connected(token(tokens));
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

    private Transport connected(@Nullable String password) throws MessagingException {
        Transport made = session.getTransport(protocol);
        made.connect(
                host(), settings.getPort(), given(settings.getUsername()) ? settings.getUsername() : null, password);
        return made;
    }

    private static boolean given(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
