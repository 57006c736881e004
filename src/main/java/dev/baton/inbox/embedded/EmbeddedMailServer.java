package dev.baton.inbox.embedded;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.baton.shared.EmailAddress;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * A mail server on loopback for trying Baton out: every mailbox is made on its first mail, and opens with its address as
 * user and password. Mail to a plus-address (RFC 5233) lies in the mailbox without the plus. It keeps its mails in
 * memory only.
 */
@Component
@Profile("embedded")
class EmbeddedMailServer implements DisposableBean {

    private static final Comparator<MailboxMail> NEWEST_FIRST = Comparator.comparing(
                    MailboxMail::sentAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
            .thenComparing(MailboxMail::uid)
            .reversed();

    private final GreenMail server;

    EmbeddedMailServer(
            @Value("${baton.embedded.smtp-port}") int smtpPort, @Value("${baton.embedded.imap-port}") int imapPort) {
        ServerSetup smtp = new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        ServerSetup imap = new ServerSetup(imapPort, "127.0.0.1", ServerSetup.PROTOCOL_IMAP);
        server = new GreenMail(new ServerSetup[] {smtp, imap})
                .withConfiguration(GreenMailConfiguration.aConfig()
                        .withDisabledAuthentication()
                        .withSieveIgnoreDetail());
        server.start();
    }

    /** All mailboxes that have ever got a mail or been opened, by address. */
    List<Mailbox> mailboxes() {
        return server.getUserManager().listUser().stream()
                .map(user -> new Mailbox(user.getEmail(), messages(user).size()))
                .sorted(Comparator.comparing(Mailbox::address))
                .toList();
    }

    /** The mails of a mailbox, newest first by their own dates: the examples are of the weeks before. */
    List<MailboxMail> mails(String address) {
        return Optional.ofNullable(server.getUserManager().getUserByEmail(address)).stream()
                .flatMap(user -> messages(user).stream())
                .map(message -> MailboxMail.read(message.getUid(), message.getMimeMessage()))
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /** Hands a mail in as a mail program of this person would, over SMTP. */
    void send(EmailAddress from, EmailAddress to, String subject, String text, String inReplyTo) {
        MailboxMail.write(server.getSmtp().createSession(), from, to, subject, text, inReplyTo);
    }

    private List<StoredMessage> messages(GreenMailUser user) {
        try {
            return server.getManagers().getImapHostManager().getInbox(user).getMessages();
        } catch (FolderException gone) {
            throw new IllegalStateException("The mailbox of " + user.getEmail() + " cannot be read", gone);
        }
    }

    @Override
    public void destroy() {
        server.stop();
    }

    /** A mailbox and how many mails it holds. */
    record Mailbox(String address, int mails) {}
}
