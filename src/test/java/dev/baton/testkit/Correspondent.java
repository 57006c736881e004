package dev.baton.testkit;

import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** A person with a mail program: sends over SMTP, reads over IMAP, follows links. */
public final class Correspondent {

    /**
     * A mail as it lies in the mailbox.
     *
     * @param links the addresses that its HTML part leads to
     */
    public record Letter(
            String subject, String text, List<String> links, String answerTo, String messageId, String autoSubmitted) {

        /** The first link whose path begins like this. */
        public String link(String path) {
            return links.stream()
                    .filter(link -> link.contains(path))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No link to " + path + " in\n" + text));
        }

        public boolean leadsTo(String path) {
            return links.stream().anyMatch(link -> link.contains(path));
        }
    }

    private static final FetchProfile WHOLE = new FetchProfile();

    static {
        WHOLE.add(IMAPFolder.FetchProfileItem.MESSAGE);
    }

    private final String address;
    private final int smtpPort;
    private final int imapPort;
    private int read;

    private Correspondent(String address, int smtpPort, int imapPort) {
        this.address = address;
        this.smtpPort = smtpPort;
        this.imapPort = imapPort;
    }

    /** Somebody with this address at the mail server on these loopback ports; the password is the address. */
    public static Correspondent of(String address, int smtpPort, int imapPort) {
        return new Correspondent(address, smtpPort, imapPort);
    }

    public String address() {
        return address;
    }

    /** Sends a new mail and says its Message-ID. */
    public String writes(String to, String subject, String text) {
        return send(to, subject, text, null);
    }

    /** Answers a mail as mail programs do: to its Reply-To, with its Message-ID and the text quoted below. */
    public String answers(Letter letter, String text) {
        String quoted = "\n\nOn Monday Baton wrote:\n> " + letter.text().replace("\n", "\n> ");
        return send(letter.answerTo(), "Re: " + letter.subject(), text + quoted, letter.messageId());
    }

    private String send(String to, String subject, String text, String inReplyTo) {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(smtpPort));
        try {
            MimeMessage mail = new MimeMessage(Session.getInstance(properties));
            mail.setFrom(address);
            mail.setRecipients(Message.RecipientType.TO, to);
            mail.setSubject(subject, StandardCharsets.UTF_8.name());
            mail.setText(text, StandardCharsets.UTF_8.name());
            if (inReplyTo != null) {
                mail.setHeader("In-Reply-To", inReplyTo);
                mail.setHeader("References", inReplyTo);
            }
            mail.saveChanges();
            Transport.send(mail);
            return mail.getMessageID();
        } catch (MessagingException refused) {
            throw new IllegalStateException("The server does not take the mail", refused);
        }
    }

    /** All mails in the mailbox, oldest first. */
    public List<Letter> reads() {
        return from(1);
    }

    /** The first mail that leads there and is none of these, once it has come; two minutes are waited for it. */
    public Letter awaits(String leadingTo, Letter... known) {
        Set<String> old = Stream.of(known).map(Letter::messageId).collect(Collectors.toSet());
        return first(
                "that leads to " + leadingTo, letter -> letter.leadsTo(leadingTo) && !old.contains(letter.messageId()));
    }

    /** The first mail with these words in its subject, once it has come; two minutes are waited for it. */
    public Letter awaitsSubject(String words) {
        return first("with '" + words + "'", letter -> letter.subject().contains(words));
    }

    private Letter first(String which, Predicate<Letter> wanted) {
        return Awaitility.await("a mail to " + address + " " + which)
                .atMost(Duration.ofMinutes(2))
                .until(() -> reads().stream().filter(wanted).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    /** The mails that have come since this was last asked, oldest first. */
    public List<Letter> readsOn() {
        List<Letter> fresh = from(read + 1);
        read += fresh.size();
        return fresh;
    }

    /** How many mails that was up to now. */
    public int readSoFar() {
        return read;
    }

    private List<Letter> from(int first) {
        Properties properties = new Properties();
        properties.put("mail.imap.host", "127.0.0.1");
        properties.put("mail.imap.port", String.valueOf(imapPort));
        try (Store store = Session.getInstance(properties).getStore("imap")) {
            store.connect(address, address);
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            List<Letter> letters = new ArrayList<>();
            int count = inbox.getMessageCount();
            Message[] messages = first > count ? new Message[0] : inbox.getMessages(first, count);
            inbox.fetch(messages, WHOLE);
            for (Message message : messages) {
                letters.add(letter((MimeMessage) message));
            }
            return letters;
        } catch (MessagingException unreadable) {
            throw new IllegalStateException("The mailbox of " + address + " cannot be read", unreadable);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Letter letter(MimeMessage mail) throws MessagingException, IOException {
        String html = body(mail, "text/html");
        String[] automatic = mail.getHeader("Auto-Submitted");
        return new Letter(
                mail.getSubject(),
                body(mail, "text/plain"),
                Jsoup.parse(html).select("a[href]").stream()
                        .map((Element link) -> link.attr("href"))
                        .filter(link -> link.startsWith("http"))
                        .distinct()
                        .toList(),
                ((InternetAddress) mail.getReplyTo()[0]).getAddress(),
                mail.getMessageID(),
                automatic == null ? "" : automatic[0]);
    }

    private static String body(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return String.valueOf(part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String found = body(parts.getBodyPart(i), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
