package dev.baton.intake;

import dev.baton.requests.NewRequest;
import dev.baton.requests.Request;
import dev.baton.requests.Requests;
import dev.baton.shared.EmailAddress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes work that is asked for with a form or by a program; the counterpart of a mail that asks. */
@Component
public class Submissions {

    private final SubmissionCheck check;
    private final SentForms sent;
    private final Requests requests;
    private final TransactionTemplate transaction;

    Submissions(SubmissionCheck check, SentForms sent, Requests requests, PlatformTransactionManager transactions) {
        this.check = check;
        this.sent = sent;
        this.requests = requests;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Opens the request, or says everything that is wrong. A form that was sent before gives the request it opened then.
     *
     * @throws dev.baton.engine.WorkflowFailed if the model cannot get to where it first waits; nothing is kept then
     */
    public Submitted submit(Submission submission) {
        Optional<Request> before = openedBy(submission);
        if (before.isPresent()) {
            return new Submitted.Opened(before.get());
        }
        SubmissionCheck.Checked checked = check.of(submission);
        return checked.problems().isEmpty()
                ? new Submitted.Opened(opened(submission, checked))
                : new Submitted.Refused(checked.problems());
    }

    private Request opened(Submission submission, SubmissionCheck.Checked checked) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> open(submission, checked)));
        } catch (DuplicateKeyException sentTwice) {
            return openedBy(submission).orElseThrow(() -> sentTwice);
        }
    }

    private Request open(Submission submission, SubmissionCheck.Checked checked) {
        EmailAddress requester = EmailAddress.of(submission.requester());
        String form = submission.form();
        if (form != null) {
            sent.note(form, requester);
        }
        Request opened =
                requests.open(NewRequest.of(submission.workflow(), submission.title(), requester, checked.name())
                        .with(checked.brief(), List.of())
                        .inCampaign(submission.campaign())
                        .bringing(submission.files()));
        if (form != null) {
            sent.opened(form, opened.ref());
        }
        return opened;
    }

    private Optional<Request> openedBy(Submission submission) {
        return Optional.ofNullable(submission.form()).flatMap(sent::request).flatMap(requests::find);
    }
}
