package dev.baton.inbox;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a mail says itself and what it passes on. A reply that quotes is no forward: the subject must be marked as one, or a
 * line must say so.
 *
 * @param words of the mail itself
 * @param forwarded what it passes on, if it does
 */
record Forwards(OwnWords words, Optional<Forwarded> forwarded) {

    private static final Logger log = LoggerFactory.getLogger(Forwards.class);
    private static final String MAIL = "message/rfc822";
    private static final int DEEPEST = 4;

    /**
     * Reads the bodies of a mail.
     *
     * @param answers whether the mail says that it answers another
     * @param depth how many mails it is attached in
     */
    static Forwards in(BodyReader.Bodies bodies, String subject, boolean answers, int depth) {
        SubjectMark mark = SubjectMark.of(subject);
        OwnWords words = OwnWords.NONE;
        Optional<Forwarded> inline = Optional.empty();
        for (Body body : bodies.texts()) {
            if (inline.isPresent()) {
                // Some programs break off the text where it has a picture, and go on in a part of its own.
                words = words.and(new OwnWords("", body.whole()));
                continue;
            }
            inline = mark == SubjectMark.REPLY ? Optional.empty() : ForwardReader.in(body, mark);
            words = words.and(body.ownWords(mark == SubjectMark.FORWARD || inline.isPresent()));
        }
        OwnWords own = words;
        return new Forwards(own, inline.or(() -> attached(bodies.attachments(), mark, subject, own, answers, depth)));
    }

    private static Optional<Forwarded> attached(
            List<Attachment> attachments,
            SubjectMark mark,
            String subject,
            OwnWords words,
            boolean answers,
            int depth) {
        List<Attachment> mails =
                attachments.stream().filter(file -> file.type().equals(MAIL)).toList();
        if (mails.size() != 1 || depth >= DEEPEST || mark == SubjectMark.REPLY) {
            return Optional.empty();
        }
        boolean passedOn = mark == SubjectMark.FORWARD
                || (!answers && (subject.isBlank() || words.own().isBlank()));
        return passedOn ? read(mails.get(0), depth) : Optional.empty();
    }

    private static Optional<Forwarded> read(Attachment attached, int depth) {
        try {
            byte[] raw = attached.content().readAllBytes();
            StoredMail stored = new StoredMail(0, raw, Instant.EPOCH, raw.length, true, 0, null);
            ReceivedMail mail = MailReader.read(stored, depth + 1);
            return Optional.of(new Forwarded(
                    mail.from(),
                    mail.fromName(),
                    mail.headers().first("Date").orElse(null),
                    mail.subject(),
                    mail.text(),
                    mail.cut(),
                    mail.attachments(),
                    mail.messageId(),
                    mail.forwarded()));
        } catch (IOException unreadable) {
            log.debug("An attached mail cannot be read", unreadable);
            return Optional.empty();
        }
    }
}
