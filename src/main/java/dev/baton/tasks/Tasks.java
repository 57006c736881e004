package dev.baton.tasks;

import dev.baton.engine.FormField;
import dev.baton.engine.Forms;
import dev.baton.requests.IncomingMessage;
import dev.baton.requests.Requests;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.Page;
import dev.baton.shared.RequestRef;
import dev.baton.shared.Retried;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tasks in people's hands: whose they are, how they stand, and what is decided on them. */
@Component
public class Tasks {

    private final TaskRows rows;
    private final HandOvers handOvers;
    private final ActionLinks links;
    private final Standings standings;
    private final TaskSheets sheets;
    private final Deciding deciding;
    private final MailAnswers mailAnswers;
    private final WhatComesNext next;
    private final Requests requests;
    private final Forms forms;
    private final Retried retried;

    Tasks(
            TaskRows rows,
            HandOvers handOvers,
            ActionLinks links,
            Standings standings,
            TaskSheets sheets,
            Deciding deciding,
            MailAnswers mailAnswers,
            WhatComesNext next,
            Requests requests,
            Forms forms,
            Retried retried) {
        this.rows = rows;
        this.handOvers = handOvers;
        this.links = links;
        this.standings = standings;
        this.sheets = sheets;
        this.deciding = deciding;
        this.mailAnswers = mailAnswers;
        this.next = next;
        this.requests = requests;
        this.forms = forms;
        this.retried = retried;
    }

    /** The task with this id of the engine's. */
    public Optional<Task> find(String taskId) {
        return rows.find(taskId);
    }

    /**
     * Open tasks, oldest first.
     *
     * @param after the {@code next} of the page before; from the oldest where it is null
     * @param size rows of a page, 1 to 200
     * @throws IllegalArgumentException if {@code after} is not what a page gave
     */
    public Page<Task> open(TaskFilter filter, @Nullable String after, int size) {
        long from = after == null ? 0 : Long.parseLong(after);
        int rowsOfPage = Math.min(200, Math.max(1, size));
        List<Task> found = rows.open(filter, from, rowsOfPage + 1);
        boolean more = found.size() > rowsOfPage;
        List<Task> items = more ? found.subList(0, rowsOfPage) : found;
        return new Page<>(
                List.copyOf(items),
                more ? String.valueOf(items.get(rowsOfPage - 1).number()) : null);
    }

    /** The open tasks of a request, oldest first. */
    public List<Task> open(RequestRef request) {
        return open(TaskFilter.of(request), null, 200).items();
    }

    /** Those the task is with now; whoever only answers for it is not among them. */
    public List<HandOver> holders(String taskId) {
        return handOvers.holders(taskId);
    }

    /** Whom each of these tasks is with now; what is with nobody is not in it. */
    public Map<String, List<HandOver>> holders(Collection<String> taskIds) {
        return handOvers.holders(taskIds);
    }

    /** Whom each task that was open at that moment was with then; what was with nobody is not in it. */
    public Map<String, List<HandOver>> holders(Instant at) {
        return handOvers.holders(at);
    }

    /** What is with the person now, first given first. */
    public List<HandOver> heldBy(EmailAddress person) {
        return handOvers.heldBy(person);
    }

    /** The hand-over of the task to this person that still holds, if there is one. */
    public Optional<HandOver> handOver(String taskId, EmailAddress person) {
        return handOvers.of(taskId).stream()
                .filter(handOver -> handOver.holds() && handOver.person().equals(person))
                .findFirst();
    }

    /** The last hand-over of the task to this person, whether it still holds or not. */
    public Optional<HandOver> lastHandOver(String taskId, EmailAddress person) {
        return handOvers.of(taskId).stream()
                .filter(handOver -> handOver.person().equals(person))
                .reduce((earlier, later) -> later);
    }

    /** Whose answer address has this plus-tag, {@code t.<code>}; nothing if it is no task's. */
    public Optional<HandOver> byReplyTag(String tag) {
        return links.ofTag(tag);
    }

    /** How the task stands for this person. */
    public Standing standing(HandOver handOver) {
        return standings.of(handOver);
    }

    /** All that this person needs to do the task. */
    public TaskSheet sheet(HandOver handOver) {
        return sheets.of(rows.get(handOver.taskId()), requests.get(handOver.request()), handOver);
    }

    /** How people mostly decided in requests that follow this workflow: the outcome, by the task's id in its model. */
    public Map<String, String> usualOutcomes(String workflow) {
        return rows.usualOutcomes(workflow);
    }

    /** One sentence: who has the request next, or how it ended. */
    public String next(RequestRef request) {
        return next.after(request);
    }

    /**
     * What came as an answer to this hand-over in the mail with that ledger entry: its comment, to be confirmed.
     *
     * @param own how many of its characters are the sender's own; what is passed on stands below them
     */
    public Optional<String> comment(HandOver handOver, long ledgerId, int own) {
        return mailAnswers.comment(handOver, ledgerId, own);
    }

    /** The form of a task, with what is known already; nothing if it was decided or withdrawn meanwhile. */
    public Optional<List<FormField>> form(HandOver handOver) {
        return forms.ofTask(handOver.taskId());
    }

    /**
     * Decides, in a transaction of its own. Of two answers at the same moment one decides and the other is told what was
     * decided.
     */
    public TaskReply decide(HandOver handOver, Answer answer) {
        return retried.run(() -> deciding.decide(handOver, answer));
    }

    /**
     * Whether an answer by mail cannot be taken now: it would have to be confirmed by whoever has the task, who was asked
     * so often lately that no more mail goes there for a while. It has to wait, for a person or for quieter times.
     *
     * @param trust how sure the sender is
     */
    public boolean hasToWait(HandOver handOver, IncomingMessage message, Trust trust) {
        return mailAnswers.haveToWait(handOver, message, trust);
    }

    /**
     * Takes an answer by mail to the hand-over's address, in the caller's transaction. The mail becomes part of the
     * conversation whatever it says; its attachments are the caller's to keep. If the answer is clear it decides the task
     * and the person gets a receipt; if not, a mail asks back; if the sender does not have the task, a mail explains. A
     * clear answer of whose writer it is not sure becomes a link that whoever has the task presses to confirm it.
     *
     * @param own those of its words that may decide: the sender's, without what is only passed on below them
     * @param trust how sure the sender is
     * @throws ConcurrencyFailureException if another answer came at the same moment: handle the mail again in a new
     *     transaction
     * @throws DuplicateKeyException likewise
     */
    @Transactional
    public TaskReply answer(HandOver handOver, IncomingMessage message, String own, Trust trust) {
        return mailAnswers.take(handOver, new MailAnswer(message, own, trust));
    }
}
