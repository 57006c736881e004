package dev.baton.requests;

import dev.baton.engine.FormField;
import dev.baton.engine.Forms;
import dev.baton.engine.Processes;
import dev.baton.models.Workflow;
import dev.baton.models.Workflows;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.Page;
import dev.baton.shared.RequestRef;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The pieces of work that people ask for, from the first mail to the end. */
@Component
public class Requests {

    private final Numbering numbers;
    private final RequestRows rows;
    private final Promises promises;
    private final Conversation conversation;
    private final RequestFiles files;
    private final RequestMails mails;
    private final Replies replies;
    private final Processes processes;
    private final Workflows workflows;
    private final Forms forms;
    private final People people;
    private final Clock clock;

    Requests(
            Numbering numbers,
            RequestRows rows,
            Promises promises,
            Conversation conversation,
            RequestFiles files,
            RequestMails mails,
            Replies replies,
            Processes processes,
            Workflows workflows,
            Forms forms,
            People people,
            Clock clock) {
        this.numbers = numbers;
        this.rows = rows;
        this.promises = promises;
        this.conversation = conversation;
        this.files = files;
        this.mails = mails;
        this.replies = replies;
        this.processes = processes;
        this.workflows = workflows;
        this.forms = forms;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Opens the request: its row, its process if the brief is complete, its promise and the mail that acknowledges it,
     * all in one transaction, which is the caller's if there is one. An incomplete brief is asked for in that mail, and
     * the process waits for it (docs/decisions/0002).
     *
     * @throws dev.baton.engine.WorkflowFailed if the model cannot get to where it first waits; nothing is kept then
     */
    @Transactional
    public Request open(NewRequest asked) {
        RequestRef ref = numbers.next(asked.workflow().prefix());
        rows.insert(ref, asked, responsible(asked.workflow()), clock.instant());
        IncomingMessage message = asked.message();
        if (message != null) {
            conversation.add(ref, message);
        }
        Long mail = message == null ? null : message.ledgerId();
        asked.files().forEach(file -> files.add(ref, file, asked.requester(), mail));
        Request opened = asked.missing().isEmpty() ? start(ref, asked.workflow(), asked.brief()) : get(ref);
        mails.acknowledge(opened, asked.workflow(), asked.missing(), asked.note());
        return opened;
    }

    /**
     * The request if it still waits for its brief; until the caller's transaction ends nobody else completes it. Nothing
     * if work has begun or the request has ended.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Request> stillWaiting(RequestRef ref) {
        return rows.lock(ref).filter(Request::waitsForBrief);
    }

    /**
     * Takes what the requester said later. Begins the work if nothing is missing any more.
     *
     * @param values answers by field; they are added to what is known
     * @param missing the required fields that are still open
     */
    @Transactional
    public Request completeBrief(RequestRef ref, Map<String, Object> values, List<FormField> missing) {
        Request waiting = rows.lock(ref).orElseThrow(() -> new UnknownRequestException(ref));
        if (!waiting.waitsForBrief()) {
            return waiting;
        }
        Map<String, Object> brief = new HashMap<>(waiting.brief());
        brief.putAll(values);
        rows.brief(ref, brief);
        Request now = missing.isEmpty() ? startLater(waiting, brief) : get(ref);
        boolean understood = !brief.equals(waiting.brief());
        mails.askAgain(now, workflowOf(waiting), missing, understood ? null : mails.howToAnswer(missing));
        return now;
    }

    /**
     * Adds what a person wrote to the request's conversation. What its author said three times before within a day is
     * passed on to nobody: a machine says it, and others may answer.
     *
     * @param to who is told; the request's owner where it is empty; never the author
     */
    @Transactional
    public void join(RequestRef ref, IncomingMessage message, Set<EmailAddress> to) {
        conversation.add(ref, message);
        mails.passOn(get(ref), message, to);
    }

    /**
     * The same, but a step that waits for an answer goes on with it if the author {@linkplain Replies#speaksFor may give}
     * it; nobody is told then.
     *
     * @param own what of the message the step gets: without what is only passed on
     */
    @Transactional
    public void reply(RequestRef ref, IncomingMessage message, IncomingMessage own, Set<EmailAddress> to) {
        Request request = get(ref);
        conversation.add(ref, message);
        boolean theirs = request.isOpen() && replies.speaksFor(request, message.author());
        if (!(theirs && replies.take(ref, own, message.author()))) {
            mails.passOn(request, message, to);
        }
    }

    /** Asks the requester for what the brief lacks, unless that was done too often already; whether it was done now. */
    @Transactional
    public boolean askForBrief(Request waiting, List<FormField> missing, String note) {
        return mails.askAgain(waiting, workflowOf(waiting), missing, note);
    }

    /** Begins the work although the brief is incomplete, as its owner wants it. */
    @Transactional
    public Request startAsItIs(RequestRef ref) {
        Request waiting = rows.lock(ref).orElseThrow(() -> new UnknownRequestException(ref));
        if (waiting.waitsForBrief()) {
            mails.acknowledge(startLater(waiting, waiting.brief()), workflowOf(waiting), List.of(), null);
        }
        return get(ref);
    }

    /**
     * Somebody stands for a date for the whole request, and its requester is told. Nothing happens where a date is promised
     * already, or where the request waits for its brief or has ended.
     */
    @Transactional
    public Request promise(RequestRef ref, Instant due, EmailAddress by) {
        Request open = rows.lock(ref).orElseThrow(() -> new UnknownRequestException(ref));
        if (open.isOpen() && !open.waitsForBrief() && open.promisedAt() == null) {
            promises.make(ref, null, due, by, null);
            mails.acknowledge(get(ref), workflowOf(open), List.of(), null);
        }
        return get(ref);
    }

    /** Ends the request without delivering it, and tells its requester why. */
    @Transactional
    public Request close(RequestRef ref, EmailAddress by, String reason) {
        Request open = rows.lock(ref).orElseThrow(() -> new UnknownRequestException(ref));
        if (open.isOpen()) {
            processes.close(ref, reason);
            rows.ended(ref, reason, clock.instant());
            mails.ended(get(ref), people.personOrStranger(by).name());
        }
        return get(ref);
    }

    /** Takes a mail and its files out of the request, to which they do not belong; see {@link Conversation#movedAway}. */
    @Transactional
    public void moveAway(RequestRef ref, long ledgerId, @Nullable RequestRef to, EmailAddress by) {
        conversation.moveAway(ref, ledgerId, to, by, clock.instant());
        files.moveAway(ref, ledgerId, clock.instant());
    }

    /**
     * Ends a request that should not have been opened, since its work is that of another one; what is written to it from
     * now on belongs there. Both keep what was said and decided.
     */
    @Transactional
    public void merge(RequestRef wrong, RequestRef right, EmailAddress by, String reason) {
        rows.mergedInto(wrong, right);
        close(wrong, by, reason);
    }

    /** The request in which this one goes on: itself, unless it was merged into another. */
    public Request whereItGoesOn(Request request) {
        Set<RequestRef> seen = new HashSet<>();
        Request current = request;
        Optional<RequestRef> next = mergedInto(current);
        while (next.isPresent() && seen.add(current.ref())) {
            current = get(next.get());
            next = mergedInto(current);
        }
        return current;
    }

    private Optional<RequestRef> mergedInto(Request request) {
        return request.isOpen() ? Optional.empty() : rows.mergedInto(request.ref());
    }

    /** The request with this reference. */
    public Optional<Request> find(RequestRef ref) {
        return rows.find(ref);
    }

    /** @throws UnknownRequestException if there is none */
    public Request get(RequestRef ref) {
        return find(ref).orElseThrow(() -> new UnknownRequestException(ref));
    }

    /** Whether this address ever asked for something. */
    public boolean hasAsked(EmailAddress requester) {
        return !list(RequestFilter.of(requester, null), null, 1).items().isEmpty();
    }

    /**
     * Requests, newest first.
     *
     * @param after the {@code next} of the page before; from the newest where it is null
     * @param size rows of a page, 1 to 200
     * @throws IllegalArgumentException if {@code after} is not what a page gave
     */
    public Page<Request> list(RequestFilter filter, @Nullable String after, int size) {
        long before = after == null ? Long.MAX_VALUE : Long.parseLong(after);
        int rowsOfPage = Math.min(200, Math.max(1, size));
        List<Request> found = rows.list(filter, before, rowsOfPage + 1);
        boolean more = found.size() > rowsOfPage;
        List<Request> items = more ? found.subList(0, rowsOfPage) : found;
        return new Page<>(
                List.copyOf(items),
                more ? String.valueOf(items.get(rowsOfPage - 1).id()) : null);
    }

    /**
     * The work is somebody else's wish than was thought: they are the requester from now on, and get the mail that
     * acknowledges it. Nothing happens where they are already, or where the request has ended.
     *
     * @param missing the required fields of the brief that are still open
     * @param note what they should know of it, in a sentence
     */
    @Transactional
    public Request requester(
            RequestRef ref, EmailAddress requester, String name, List<FormField> missing, @Nullable String note) {
        Request before = rows.lock(ref).orElseThrow(() -> new UnknownRequestException(ref));
        if (!before.isOpen() || before.requester().equals(requester)) {
            return before;
        }
        rows.requester(ref, requester, name);
        Request now = get(ref);
        mails.acknowledge(now, workflowOf(now), missing, note);
        return now;
    }

    /** Somebody else answers for the request from now on. */
    @Transactional
    public void owner(RequestRef ref, EmailAddress owner) {
        rows.owner(ref, owner);
    }

    private Request start(RequestRef ref, Workflow workflow, Map<String, Object> brief) {
        Map<String, Object> variables = new HashMap<>();
        forms.brief(workflow.definitionId()).forEach(field -> variables.put(field.id(), field.value()));
        variables.putAll(brief);
        processes.start(workflow.definitionId(), ref, variables);
        Request started = get(ref);
        String promise = workflow.promise();
        return promise == null || started.promisedAt() != null ? started : promises.settle(started, promise);
    }

    /** Work begins on a request that has waited for its brief. */
    private Request startLater(Request waiting, Map<String, Object> brief) {
        Workflow workflow = workflowOf(waiting);
        rows.started(waiting.ref(), workflow.definitionId(), clock.instant());
        return start(waiting.ref(), workflow, brief);
    }

    private Workflow workflowOf(Request request) {
        return workflows
                .byKey(request.workflow())
                .orElseThrow(() -> new IllegalStateException("No workflow '" + request.workflow() + "' is deployed"));
    }

    private EmailAddress responsible(Workflow workflow) {
        return people.resolve(workflow.owner()).stream()
                .map(Person::address)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The workflow '" + workflow.key() + "' has the owner '"
                        + workflow.owner() + "', who is neither a person nor a team"));
    }
}
