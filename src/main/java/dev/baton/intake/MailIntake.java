package dev.baton.intake;

import dev.baton.engine.WorkflowFailed;
import dev.baton.inbox.Disposition;
import dev.baton.inbox.MachineMail;
import dev.baton.inbox.MailHandler;
import dev.baton.inbox.NotHandledException;
import dev.baton.inbox.ReceivedMail;
import dev.baton.models.Workflow;
import dev.baton.requests.Request;
import dev.baton.requests.Requests;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out what each mail means and does what follows from it, in the transaction that closes its ledger entry. */
@Component
class MailIntake implements MailHandler {

    private final Questions questions;
    private final Consequences consequences;
    private final MachineNotes machines;
    private final Circles circles;
    private final Silence silence;
    private final WhichWorkflow workflows;
    private final Requests requests;
    private final Words words;

    MailIntake(
            Questions questions,
            Consequences consequences,
            MachineNotes machines,
            Circles circles,
            Silence silence,
            WhichWorkflow workflows,
            Requests requests,
            Words words) {
        this.questions = questions;
        this.consequences = consequences;
        this.machines = machines;
        this.circles = circles;
        this.silence = silence;
        this.workflows = workflows;
        this.requests = requests;
        this.words = words;
    }

    @Override
    public Disposition handle(ReceivedMail mail) {
        circles.watch(mail);
        try {
            Questions.Found found = questions.meaningOf(mail);
            Disposition done = found.meaning().follow(mail, consequences);
            return new Disposition.Known(found.sign(), silence.saidOf(mail, done));
        } catch (WorkflowFailed failed) {
            throw new NotHandledException(words.sentence("reason.workflow-failed", failed.getMessage()), failed);
        }
    }

    @Override
    public Disposition.Ignored note(ReceivedMail mail, MachineMail machine, Disposition.Ignored ignored) {
        return machines.of(mail, machine, ignored);
    }

    /** That of its request, or the one whose address it was sent to. */
    @Override
    public @Nullable String workflow(ReceivedMail mail, Disposition disposition) {
        return Optional.ofNullable(disposition.request())
                .flatMap(requests::find)
                .map(Request::workflow)
                .or(() -> workflows.addressed(mail).map(Workflow::key))
                .orElse(null);
    }
}
