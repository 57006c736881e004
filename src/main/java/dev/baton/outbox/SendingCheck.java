package dev.baton.outbox;

import dev.baton.shared.BatonProperties;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.MailSecurity;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.springframework.stereotype.Component;

/** Hands a mail to the mail server at once, beside the queue, and says how that went. For mails to ourselves only. */
@Component
public class SendingCheck {

    private final SmtpServer server;
    private final BatonProperties baton;
    private final Clock clock;

    SendingCheck(SmtpServer server, BatonProperties baton, Clock clock) {
        this.server = server;
        this.baton = baton;
        this.clock = clock;
    }

    /** Whether there is a mail server to hand mails to. */
    public boolean configured() {
        return server.configured();
    }

    /**
     * Sends a mail from our address.
     *
     * @param header a header that it carries beside the usual ones
     * @throws IllegalStateException if there is no mail server
     */
    public SentCheck send(EmailAddress to, String subject, String text, String header, String value) {
        SmtpAccount account = server.account();
        String messageId =
                "<doctor." + UUID.randomUUID() + "@" + baton.address().domain() + ">";
        Transport connected;
        try {
            connected = account.connected();
        } catch (MessagingException failure) {
            return notSent(messageId, Refusals.ofConnecting(failure));
        }
        try (Transport transport = connected) {
            MimeMessage mail = mail(account, messageId, to, subject, text);
            mail.setHeader(header, value);
            Optional<X509Certificate> certificate = account.sockets().certificate();
            transport.sendMessage(mail, mail.getAllRecipients());
            String answer = transport instanceof SMTPTransport smtp ? smtp.getLastServerResponse() : "";
            return new SentCheck(
                    messageId,
                    clock.instant(),
                    OneLine.of(String.valueOf(answer), 300),
                    null,
                    certificate.isPresent(),
                    MailSecurity.isLoopback(account.host()),
                    certificate.map(shown -> shown.getNotAfter().toInstant()).orElse(null));
        } catch (MessagingException failure) {
            return notSent(messageId, Refusals.of(failure));
        }
    }

    private SentCheck notSent(String messageId, Trouble trouble) {
        return new SentCheck(messageId, clock.instant(), null, trouble, false, false, null);
    }

    private MimeMessage mail(SmtpAccount account, String messageId, EmailAddress to, String subject, String text)
            throws MessagingException {
        MimeMessage mail = new MimeMessage(account.session());
        mail.setFrom(new InternetAddress(baton.address().value()));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to.value()));
        mail.setSubject(subject, StandardCharsets.UTF_8.name());
        mail.setText(text, StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(clock.instant()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("X-Auto-Response-Suppress", "All");
        mail.setHeader("X-Baton", "doctor");
        mail.saveChanges();
        mail.setHeader("Message-ID", messageId);
        return mail;
    }
}
