package dev.baton.intake;

import dev.baton.engine.WorkflowFailed;
import dev.baton.inbox.Disposition;
import dev.baton.inbox.Ledger;
import dev.baton.inbox.LedgerEntry;
import dev.baton.inbox.LedgerState;
import dev.baton.inbox.ReceivedMail;
import dev.baton.intake.Correction.Act;
import dev.baton.models.Workflow;
import dev.baton.models.Workflows;
import dev.baton.requests.Request;
import dev.baton.requests.Requests;
import dev.baton.shared.RequestRef;
import dev.baton.shared.Retried;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What people make of mails by hand, where it was not understood what they are about or nobody could know. Each change is
 * one transaction that holds the entry, and is written down. Nothing is lost by any: a mail that is moved leaves a line
 * where it was, a request that is given up is closed with the reason, and what was decided stays decided. To take one back
 * is to do the opposite (docs/decisions/0026).
 */
@Component
public class Corrections {

    private final Ledger ledger;
    private final CorrectionRows rows;
    private final Opening opening;
    private final Joining joining;
    private final Leaving leaving;
    private final HandWritten answers;
    private final Letters letters;
    private final Workflows workflows;
    private final Requests requests;
    private final ByHandWords words;
    private final Retried retried;

    Corrections(
            Ledger ledger,
            CorrectionRows rows,
            Opening opening,
            Joining joining,
            Leaving leaving,
            HandWritten answers,
            Letters letters,
            Workflows workflows,
            Requests requests,
            ByHandWords words,
            Retried retried) {
        this.ledger = ledger;
        this.rows = rows;
        this.opening = opening;
        this.joining = joining;
        this.leaving = leaving;
        this.answers = answers;
        this.letters = letters;
        this.workflows = workflows;
        this.requests = requests;
        this.words = words;
        this.retried = retried;
    }

    /** What was made of this mail by hand, oldest first. */
    public List<Correction> of(long ledgerId) {
        return rows.of(ledgerId);
    }

    /** The state of an entry in a word: another one means that something was done with it meanwhile. */
    public String seen(LedgerEntry entry) {
        long last = of(entry.id()).stream().mapToLong(Correction::id).max().orElse(0);
        return entry.state().word() + "/" + entry.request() + "/" + last;
    }

    /**
     * Opens a request of its own with the mail. What it belonged to before it leaves: a conversation with a line that says
     * so, a request that was opened with it by being closed.
     *
     * @param workflow key of the workflow the request follows
     * @throws NoSuchElementException if there is no such entry
     */
    public Corrected treatAsRequest(long id, String workflow, Hand hand) {
        return change(id, hand, held -> {
            Optional<Workflow> wanted = workflows.byKey(workflow);
            if (wanted.isEmpty()) {
                return words.refused("no-workflow", workflow);
            }
            return follows(held, workflow)
                    ? words.refused("same-workflow", held.entry().request())
                    : withLetter(held, letter -> open(held, letter, wanted.get()));
        });
    }

    private boolean follows(Held held, String workflow) {
        RequestRef before = held.entry().request();
        return held.is(LedgerState.OPENED)
                && before != null
                && requests.get(before).workflow().equals(workflow);
    }

    private Corrected open(Held held, Letter letter, Workflow workflow) {
        Meaning.AsksForWork asked = new Meaning.AsksForWork(workflow, null, null);
        Disposition done =
                held.mail().sender().isPresent() ? opening.open(held.mail(), asked) : opening.open(letter, asked);
        Request opened = requests.get(Objects.requireNonNull(done.request()));
        leaving.leave(held, opened);
        String reason = words.sentence("opened", held.hand().by());
        return settle(held, Act.OPENED, new Disposition.Opened(opened.ref(), reason), workflow.key(), null);
    }

    /**
     * Puts the mail into the request; into the one where that goes on, if it was merged. What it belonged to before it
     * leaves: a conversation with a line that says so; a request that was opened with it is closed, and all its mail goes
     * along.
     *
     * @throws NoSuchElementException if there is no such entry
     */
    public Corrected attach(long id, String reference, Hand hand) {
        return change(id, hand, held -> {
            Optional<Request> target =
                    RequestRef.parse(reference.strip()).flatMap(requests::find).map(requests::whereItGoesOn);
            if (target.isEmpty()) {
                return words.refused("no-request", reference.strip());
            }
            return held.isIn(target.get())
                    ? words.refused("same-request", target.get().ref())
                    : withLetter(held, letter -> attach(held, letter, target.get()));
        });
    }

    private Corrected attach(Held held, Letter letter, Request target) {
        if (joining.follow(letter, target) instanceof Disposition.Quarantined) {
            return words.refused("asked-too-often", target.requester());
        }
        leaving.leave(held, target);
        String reason = words.sentence("attached", held.hand().by());
        Disposition moved = held.is(LedgerState.ANSWERED)
                ? new Disposition.Answered(target.ref(), reason)
                : new Disposition.Joined(target.ref(), reason);
        return settle(held, Act.ATTACHED, moved, target.workflow(), null);
    }

    /**
     * Answers the sender by mail. A mail that waited for somebody to look waits no longer, and one that was ignored is not
     * read again; else its entry stays as it is.
     *
     * @throws NoSuchElementException if there is no such entry
     */
    public Corrected answer(long id, String text, Hand hand) {
        return change(id, hand, held -> {
            Optional<Corrected.Refused> refusal = answers.refusal(held, text);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            answers.send(held, text.strip());
            if (held.is(LedgerState.QUARANTINED) || held.is(LedgerState.IGNORED)) {
                String reason = words.sentence("answered", held.hand().by());
                Disposition done = new Disposition.Ignored(held.entry().request(), reason);
                return settle(held, Act.ANSWERED, done, workflowOf(held), text.strip());
            }
            note(held, Act.ANSWERED, held.entry().request(), text.strip());
            return new Corrected.Done();
        });
    }

    /**
     * Lets nothing follow from the mail. It is taken out of a conversation, and a request that was opened with it is
     * closed.
     *
     * @throws NoSuchElementException if there is no such entry
     */
    public Corrected discard(long id, String reason, Hand hand) {
        return change(id, hand, held -> {
            if (reason.isBlank()) {
                return words.refused("no-reason");
            }
            if (leaving.hasDecided(held)) {
                return words.refused("decided", held.entry().request());
            }
            RequestRef about = leaving.leaveForGood(held, reason.strip());
            String why = words.sentence("discarded", held.hand().by(), reason.strip());
            Disposition done = new Disposition.Ignored(about, why);
            return settle(held, Act.DISCARDED, done, workflowOf(held), reason.strip());
        });
    }

    /**
     * Reads the mail once more as if it had just come, unless something followed from it.
     *
     * @throws NoSuchElementException if there is no such entry
     */
    public Corrected replay(long id, Hand hand) {
        return change(id, hand, held -> {
            if (of(id).stream().anyMatch(made -> made.act() != Act.REPLAYED)) {
                return words.refused("settled");
            }
            if (!ledger.replay(id)) {
                return words.refused("not-replayed");
            }
            note(held, Act.REPLAYED, held.entry().request(), null);
            return new Corrected.Done();
        });
    }

    private Corrected change(long id, Hand hand, Function<Held, Corrected> change) {
        try {
            return changed(id, hand, change);
        } catch (WorkflowFailed failed) {
            return words.refused("workflow-failed", failed.getMessage());
        }
    }

    private Corrected changed(long id, Hand hand, Function<Held, Corrected> change) {
        return retried.run(() -> {
            LedgerEntry entry =
                    ledger.hold(id).orElseThrow(() -> new NoSuchElementException("There is no ledger entry " + id));
            String seen = hand.seen();
            return seen == null || seen.equals(seen(entry))
                    ? change.apply(held(entry, ledger.read(id).orElseThrow(), hand))
                    : new Corrected.Meanwhile();
        });
    }

    private Held held(LedgerEntry entry, ReceivedMail mail, Hand hand) {
        Optional<Letter> letter =
                mail.sender().or(() -> Optional.ofNullable(hand.inNameOf())).map(sender -> letters.of(mail, sender));
        return new Held(entry, mail, hand, letter);
    }

    private Corrected withLetter(Held held, Function<Letter, Corrected> change) {
        return held.letter().map(change).orElseGet(() -> words.refused("no-sender"));
    }

    private @Nullable String workflowOf(Held held) {
        return ledger.understood(held.entry().id()).orElseThrow().workflow();
    }

    private Corrected settle(Held held, Act act, Disposition done, @Nullable String workflow, @Nullable String detail) {
        ledger.settle(held.mail(), done, workflow);
        note(held, act, done.request(), detail);
        return new Corrected.Done();
    }

    private void note(Held held, Act act, @Nullable RequestRef to, @Nullable String detail) {
        LedgerEntry before = held.entry();
        rows.add(before.id(), act, held.hand().by(), before.request(), to, detail);
    }
}
