package dev.baton.intake;

import dev.baton.engine.WorkflowFailed;
import dev.baton.inbox.Disposition;
import dev.baton.inbox.MachineMail;
import dev.baton.inbox.MailHandler;
import dev.baton.inbox.NotHandledException;
import dev.baton.inbox.ReceivedMail;
import org.springframework.stereotype.Component;

/** Finds out what each mail means and does what follows from it, in the transaction that closes its ledger entry. */
@Component
class MailIntake implements MailHandler {

    private final Questions questions;
    private final Consequences consequences;
    private final MachineNotes machines;
    private final Circles circles;
    private final Silence silence;
    private final Words words;

    MailIntake(
            Questions questions,
            Consequences consequences,
            MachineNotes machines,
            Circles circles,
            Silence silence,
            Words words) {
        this.questions = questions;
        this.consequences = consequences;
        this.machines = machines;
        this.circles = circles;
        this.silence = silence;
        this.words = words;
    }

    @Override
    public Disposition handle(ReceivedMail mail) {
        circles.watch(mail);
        try {
            return silence.saidOf(mail, questions.meaningOf(mail).follow(mail, consequences));
        } catch (WorkflowFailed failed) {
            throw new NotHandledException(words.sentence("reason.workflow-failed", failed.getMessage()), failed);
        }
    }

    @Override
    public Disposition.Ignored note(ReceivedMail mail, MachineMail machine, Disposition.Ignored ignored) {
        return machines.of(mail, machine, ignored);
    }
}
