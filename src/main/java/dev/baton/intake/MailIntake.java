package dev.baton.intake;

import dev.baton.inbox.Disposition;
import dev.baton.inbox.MailHandler;
import dev.baton.inbox.ReceivedMail;
import org.springframework.stereotype.Component;

/** Finds out what each mail means and does what follows from it, in the transaction that closes its ledger entry. */
@Component
class MailIntake implements MailHandler {

    private final Questions questions;
    private final Consequences consequences;

    MailIntake(Questions questions, Consequences consequences) {
        this.questions = questions;
        this.consequences = consequences;
    }

    @Override
    public Disposition handle(ReceivedMail mail) {
        return questions.meaningOf(mail).follow(mail, consequences);
    }
}
