package dev.baton.outbox;

import dev.baton.shared.BatonProperties;
import dev.baton.shared.EmailAddress;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Makes the message that goes over the wire. The headers say to machines that a machine wrote it, so that none answers
 * (RFC 3834 §5; {@code X-Auto-Response-Suppress} is what Exchange heeds). There is no {@code Precedence: bulk}: nobody
 * who heeds it ignores {@code Auto-Submitted}, and a mail that one person waits for is not to be sorted as bulk.
 */
@Component
class MimeMails {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final BatonProperties baton;
    private final OutboxProperties outbox;
    private final QuietLinks quiet;
    private final Seals seals;
    private final Drawing drawing;

    MimeMails(BatonProperties baton, OutboxProperties outbox, QuietLinks quiet, Seals seals, Drawing drawing) {
        this.baton = baton;
        this.outbox = outbox;
        this.quiet = quiet;
        this.seals = seals;
        this.drawing = drawing;
    }

    MimeMessage of(Session session, QueuedMail mail, List<OutgoingAttachment> files) throws MessagingException {
        MimeMessage message = new FixedIdMessage(session, mail.messageId());
        message.setFrom(from());
        message.setReplyTo(new InternetAddress[] {address(mail.replyTo())});
        message.setRecipient(Message.RecipientType.TO, address(mail.to()));
        message.setSubject(mail.subject(), UTF_8);
        message.setSentDate(Date.from(mail.queuedAt()));
        thread(message, Threading.of(mail));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", unwanted(mail));
        message.setHeader(
                "X-Baton",
                mail.request() == null ? "no-request" : mail.request().toString());
        message.setHeader(Seals.HEADER, seals.of(mail));
        if (mail.template().equals(Digest.TEMPLATE)) {
            offerToUnsubscribe(message, quiet.unsubscribe(mail.to()));
        }
        if (mail.template().equals(Weekly.TEMPLATE)) {
            offerToUnsubscribe(message, quiet.unsubscribeWeekly(mail.to()));
        }
        content(message, mail, PicturesInMail.of(mail, drawing), files);
        message.saveChanges();
        return message;
    }

    /** One press in the mail program, without a page (RFC 8058); never on mails that ask for one certain thing. */
    private static void offerToUnsubscribe(MimeMessage message, String address) throws MessagingException {
        message.setHeader("List-Unsubscribe", "<" + address + ">");
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    /**
     * Reports of delivery and receipts do no harm, so they are not called unwanted. A note that whoever has a task is away
     * is of use: Exchange, which heeds this header only, may send it (docs/decisions/0022).
     */
    private static String unwanted(QueuedMail mail) {
        boolean ofATask =
                mail.replyTo().tag().filter(tag -> tag.startsWith("t.")).isPresent();
        return ofATask ? "AutoReply" : "OOF, AutoReply";
    }

    private InternetAddress from() throws MessagingException {
        InternetAddress from = address(baton.address());
        try {
            from.setPersonal(OneLine.of(outbox.fromName(), 100), UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new MessagingException("This Java has no UTF-8", impossible);
        }
        return from;
    }

    /** Domains go out in ASCII (RFC 5890); a local part outside ASCII needs a server with SMTPUTF8 (RFC 6531). */
    private static InternetAddress address(EmailAddress address) throws MessagingException {
        try {
            InternetAddress ascii = new InternetAddress();
            ascii.setAddress(address.local() + "@" + IDN.toASCII(address.domain(), IDN.ALLOW_UNASSIGNED));
            return ascii;
        } catch (IllegalArgumentException noSuchDomain) {
            throw new MessagingException("Not a domain that mail can go to: " + address.domain(), noSuchDomain);
        }
    }

    private static void thread(MimeMessage message, Threading thread) throws MessagingException {
        if (!thread.isEmpty()) {
            message.setHeader("In-Reply-To", thread.parent());
            message.setHeader("References", MimeUtility.fold(12, String.join(" ", thread.references())));
        }
    }

    private static void content(
            MimeMessage message, QueuedMail mail, PicturesInMail pictures, List<OutgoingAttachment> files)
            throws MessagingException {
        MimeMultipart words = new MimeMultipart("alternative", text(mail.text(), "plain"), html(pictures));
        if (files.isEmpty()) {
            message.setContent(words);
            return;
        }
        MimeBodyPart body = new MimeBodyPart();
        body.setContent(words);
        MimeMultipart all = new MimeMultipart("mixed", body);
        for (OutgoingAttachment file : files) {
            all.addBodyPart(attached(file));
        }
        message.setContent(all);
    }

    /** The HTML, and beside it what it shows (RFC 2387). */
    private static MimeBodyPart html(PicturesInMail pictures) throws MessagingException {
        MimeBodyPart words = text(pictures.html(), "html");
        if (pictures.parts().isEmpty()) {
            return words;
        }
        MimeMultipart related = new MimeMultipart("related", words);
        for (PicturesInMail.Part picture : pictures.parts()) {
            related.addBodyPart(shown(picture));
        }
        MimeBodyPart body = new MimeBodyPart();
        body.setContent(related);
        return body;
    }

    private static MimeBodyPart shown(PicturesInMail.Part picture) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(picture.png(), "image/png")));
        part.setContentID("<" + picture.contentId() + ">");
        part.setFileName("diagram.png");
        part.setDisposition(MimeBodyPart.INLINE);
        return part;
    }

    private static MimeBodyPart text(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    private static MimeBodyPart attached(OutgoingAttachment file) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new AttachedSource(file)));
        part.setFileName(OneLine.of(file.name(), 200));
        part.setDisposition(MimeBodyPart.ATTACHMENT);
        return part;
    }

    /** Saving a message normally makes up a Message-ID; ours was fixed when the mail was queued. */
    private static final class FixedIdMessage extends MimeMessage {

        private final String messageId;

        FixedIdMessage(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
