package dev.baton.outbox;

import dev.baton.shared.Signatures;
import java.util.Collection;
import org.springframework.stereotype.Component;

/**
 * What every mail of ours carries in {@link #HEADER} and nothing else does: a mail server that returns the mail gives it
 * back. Message-IDs stand in the references of later mails, to whomever they go; the seal is seen only by whom the mail
 * was for and by the servers on its way (docs/decisions/0022).
 */
@Component
public class Seals {

    /** The header that carries it. */
    public static final String HEADER = "X-Baton-Seal";

    private static final String PURPOSE = "seal";

    private final Signatures signatures;

    Seals(Signatures signatures) {
        this.signatures = signatures;
    }

    /** The seal of this mail, 20 hexadecimal digits. */
    public String of(QueuedMail mail) {
        return signatures.shortSignature(PURPOSE, content(mail));
    }

    /** Whether one of these is the seal of this mail. */
    public boolean holds(QueuedMail mail, Collection<String> seals) {
        return seals.stream().anyMatch(seal -> signatures.matches(PURPOSE, content(mail), seal));
    }

    private static String content(QueuedMail mail) {
        return mail.messageId() + " " + mail.to();
    }
}
