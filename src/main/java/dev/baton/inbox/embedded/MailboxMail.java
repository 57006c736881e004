package dev.baton.inbox.embedded;

import dev.baton.shared.EmailAddress;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A mail as the page of mailboxes shows it. */
record MailboxMail(
        long uid,
        String from,
        String subject,
        @Nullable Instant sentAt,
        String text,
        String html,
        String messageId,
        String answerTo) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "EEE d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** When it was sent, for a person. */
    public String sentOn() {
        return sentAt == null ? "" : MOMENT.format(sentAt);
    }

    static MailboxMail read(long uid, MimeMessage mail) {
        try {
            Date sent = mail.getSentDate();
            Address[] from = mail.getFrom();
            Address[] answerTo = mail.getReplyTo();
            return new MailboxMail(
                    uid,
                    from == null || from.length == 0 ? "" : ((InternetAddress) from[0]).toUnicodeString(),
                    Optional.ofNullable(mail.getSubject()).orElse(""),
                    sent == null ? null : sent.toInstant(),
                    body(mail, "text/plain").orElse(""),
                    withPictures(body(mail, "text/html").orElse(""), mail),
                    Optional.ofNullable(mail.getMessageID()).orElse(""),
                    answerTo == null || answerTo.length == 0 ? "" : ((InternetAddress) answerTo[0]).getAddress());
        } catch (MessagingException unreadable) {
            throw new IllegalStateException("Mail " + uid + " cannot be read", unreadable);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Mail " + uid + " cannot be read", unreadable);
        }
    }

    static void write(
            Session session, EmailAddress from, EmailAddress to, String subject, String text, String inReplyTo) {
        try {
            MimeMessage mail = new MimeMessage(session);
            mail.setFrom(from.value());
            mail.setRecipients(Message.RecipientType.TO, to.value());
            mail.setSubject(subject, StandardCharsets.UTF_8.name());
            mail.setText(text, StandardCharsets.UTF_8.name());
            if (!inReplyTo.isBlank()) {
                mail.setHeader("In-Reply-To", inReplyTo);
                mail.setHeader("References", inReplyTo);
            }
            mail.saveChanges();
            Transport.send(mail);
        } catch (MessagingException refused) {
            throw new IllegalStateException("The mail from " + from + " to " + to + " was not taken", refused);
        }
    }

    /** The HTML with the pictures in it that lie beside it in the mail (RFC 2392). */
    private static String withPictures(String html, Part part) throws MessagingException, IOException {
        String shown = html;
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                shown = withPictures(shown, parts.getBodyPart(i));
            }
        } else if (part instanceof MimePart picture
                && picture.isMimeType("image/png")
                && picture.getContentID() != null) {
            String id = picture.getContentID();
            try (InputStream png = picture.getInputStream()) {
                String data = Base64.getEncoder().encodeToString(png.readAllBytes());
                shown = html.replace("cid:" + id.substring(1, id.length() - 1), "data:image/png;base64," + data);
            }
        }
        return shown;
    }

    private static Optional<String> body(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type) && part.getContent() instanceof String text) {
            return Optional.of(text);
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                Optional<String> found = body(parts.getBodyPart(i), type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
