package dev.baton.benchmark;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What a mail of Baton says in its first part. */
final class MailText {

    private MailText() {}

    static String of(MimeMessage mail) {
        try {
            Part part = mail;
            while (part.getContent() instanceof Multipart parts) {
                BodyPart first = parts.getBodyPart(0);
                part = first;
            }
            return String.valueOf(part.getContent());
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
