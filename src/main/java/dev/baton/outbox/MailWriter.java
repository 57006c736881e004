package dev.baton.outbox;

import dev.baton.shared.BatonProperties;
import dev.baton.shared.EmailAddress;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Turns what a mail is to say into the words and headers that will be sent. */
@Component
class MailWriter {

    private static final Logger log = LoggerFactory.getLogger(MailWriter.class);

    /** Titles come from the mails of others; past this nobody reads on, and the column ends at 1000. */
    private static final int LONGEST_SUBJECT = 250;

    private final MailTemplates templates;
    private final PlainLayout plain;
    private final BatonProperties baton;
    private final QuietLinks quiet;

    MailWriter(MailTemplates templates, PlainLayout plain, BatonProperties baton, QuietLinks quiet) {
        this.templates = templates;
        this.plain = plain;
        this.baton = baton;
        this.quiet = quiet;
    }

    WrittenMail write(OutgoingMail mail) {
        EmailAddress replyTo = mail.replyTo() == null ? baton.address() : mail.replyTo();
        Envelope envelope = Envelope.of(mail, replyTo, quiet.page(mail.to()));
        try {
            return written(mail, replyTo, templates.render(mail.template(), mail.model(), envelope), null);
        } catch (BrokenTemplateException broken) {
            log.warn("Mail template not used, the plain layout was: {}", broken.getMessage());
            return written(mail, replyTo, plain.render(mail.model(), envelope), broken.getMessage());
        }
    }

    private WrittenMail written(OutgoingMail mail, EmailAddress replyTo, RenderedMail words, @Nullable String problem) {
        return new WrittenMail(
                messageId(mail),
                mail.to(),
                replyTo,
                mail.request(),
                subject(mail, words.subject()),
                words.text(),
                words.html(),
                Threading.kept(mail.references()),
                mail.template(),
                problem == null ? null : OneLine.of(problem, 1000),
                mail.kind(),
                mail.neededBy());
    }

    /** Unguessable, and ours to see at a glance: {@code <baton.launch-42.8f…@example.com>} (RFC 5322 §3.6.4). */
    private String messageId(OutgoingMail mail) {
        String about = mail.request() == null ? "" : mail.request().toString().toLowerCase(Locale.ROOT) + ".";
        return "<baton." + about + UUID.randomUUID().toString().replace("-", "") + "@"
                + baton.address().domain() + ">";
    }

    private static String subject(OutgoingMail mail, String words) {
        String subject = OneLine.of(words, LONGEST_SUBJECT);
        return mail.request() == null ? subject : "[" + mail.request() + "] " + subject;
    }
}
