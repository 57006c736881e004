package dev.baton.intake.doctor;

import dev.baton.inbox.DoctorsCode;
import dev.baton.inbox.DoctorsCode.Way;
import dev.baton.inbox.DoctorsMail;
import dev.baton.inbox.MailboxCheck;
import dev.baton.intake.doctor.Examinations.Circumstances;
import dev.baton.outbox.SendingCheck;
import dev.baton.shared.BatonProperties;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.Signatures;
import java.time.Clock;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Examines mail: writes to our own address, with a plus-tag and without, opens every mailbox, and notes how the mails
 * arrive. They are fetched and worked through as all mail is; nothing follows from them.
 */
@Component
class Doctor {

    private final Examinations examinations;
    private final SendingCheck sending;
    private final MailboxCheck mailboxes;
    private final BatonProperties baton;
    private final Signatures signatures;
    private final MessageSource messages;
    private final Clock clock;

    Doctor(
            Examinations examinations,
            SendingCheck sending,
            MailboxCheck mailboxes,
            BatonProperties baton,
            Signatures signatures,
            MessageSource messages,
            Clock clock) {
        this.examinations = examinations;
        this.sending = sending;
        this.mailboxes = mailboxes;
        this.baton = baton;
        this.signatures = signatures;
        this.messages = messages;
        this.clock = clock;
    }

    /** Begins a new examination; what it finds out comes by and by. */
    long begin() {
        return examinations.begin(clock.instant());
    }

    /** Sends the mails and opens the mailboxes, which takes as long as the servers need to answer. */
    void examine(long id) {
        if (sending.configured()) {
            EmailAddress address = baton.address().untagged();
            DoctorsCode tagged = new DoctorsCode(id, Way.PLUS);
            send(new DoctorsCode(id, Way.ADDRESS), address);
            send(tagged, address.withTag(tagged.tag(signatures)));
        }
        examinations.opened(
                id,
                mailboxes.findings(),
                new Circumstances(
                        sending.configured(), mailboxes.trustedServer().orElse(""), mailboxes.stuck()));
    }

    private void send(DoctorsCode code, EmailAddress to) {
        String text = code.text(signatures);
        examinations.sent(
                code.examination(),
                code.way(),
                sending.send(to, words("subject", text), words("text"), DoctorsCode.HEADER, text));
    }

    @EventListener
    void arrived(DoctorsMail mail) {
        examinations.arrived(mail);
    }

    private String words(String name, Object... details) {
        return messages.getMessage("doctor.mail." + name, details, Locale.ENGLISH);
    }
}
