package dev.baton.testkit;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A real mail server on loopback ports of its own, SMTP and IMAP. A mailbox is made by its first mail; user and password
 * are the address; mail to a plus-address lies in the mailbox without the plus. It can close and open again on the same ports.
 */
public final class PostOffice {

    private final ServerSetup smtp = setup(ServerSetup.PROTOCOL_SMTP);
    private final ServerSetup imap = setup(ServerSetup.PROTOCOL_IMAP);
    private GreenMail server = made();

    private PostOffice() {}

    private GreenMail made() {
        return new GreenMail(new ServerSetup[] {smtp, imap})
                .withConfiguration(GreenMailConfiguration.aConfig().withSieveIgnoreDetail());
    }

    /** A new one, open. */
    public static PostOffice opened() {
        PostOffice office = new PostOffice();
        office.server.start();
        return office;
    }

    private static ServerSetup setup(String protocol) {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new ServerSetup(free.getLocalPort(), "127.0.0.1", protocol);
        } catch (IOException none) {
            throw new UncheckedIOException("No free port", none);
        }
    }

    /** Points {@code spring.mail.*} here. */
    public void takesOutgoing(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", smtp::getBindAddress);
        properties.add("spring.mail.port", smtp::getPort);
    }

    /** The properties of a Baton that sends and reads its mail here; its mailbox is made. */
    public Map<String, String> properties(String address) {
        server.setUser(address, address, address);
        return Map.of(
                "spring.mail.host",
                smtp.getBindAddress(),
                "spring.mail.port",
                String.valueOf(smtp.getPort()),
                "baton.inbox.host",
                imap.getBindAddress(),
                "baton.inbox.port",
                String.valueOf(imap.getPort()),
                "baton.inbox.username",
                address,
                "baton.inbox.password",
                address);
    }

    public int smtpPort() {
        return smtp.getPort();
    }

    public int imapPort() {
        return imap.getPort();
    }

    /** The server itself, for what this does not say. */
    public GreenMail server() {
        return server;
    }

    /** All mails it took, in the order they came. */
    public List<MimeMessage> mails() {
        return List.of(server.getReceivedMessages());
    }

    /** The mails addressed to this person, in the order they came. */
    public List<MimeMessage> mailsTo(String address) {
        return mails().stream().filter(mail -> isTo(mail, address)).toList();
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return Arrays.asList(mail.getAllRecipients()).contains(new InternetAddress(address));
        } catch (MessagingException unreadable) {
            throw new IllegalStateException("A mail without recipients", unreadable);
        }
    }

    /** How many mails lie in this person's mailbox. */
    public int count(String address) {
        return inbox(address).getMessageCount();
    }

    /** How many of them are marked as read. */
    public int read(String address) {
        MailFolder inbox = inbox(address);
        return inbox.getMessageCount() - inbox.getUnseenCount();
    }

    private MailFolder inbox(String address) {
        try {
            return server.getManagers()
                    .getImapHostManager()
                    .getInbox(server.getUserManager().getUser(address));
        } catch (FolderException failed) {
            throw new IllegalStateException("No mailbox of " + address, failed);
        }
    }

    /** Throws all mails away. */
    public void empty() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException failed) {
            throw new IllegalStateException("Mailboxes not emptied", failed);
        }
    }

    /** Nobody answers any more. */
    public void close() {
        server.stop();
    }

    /** The same ports answer again; the mailboxes are empty. */
    public void open() {
        server = made();
        server.start();
    }
}
