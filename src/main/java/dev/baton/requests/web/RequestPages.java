package dev.baton.requests.web;

import dev.baton.engine.StuckSteps;
import dev.baton.models.WorkflowOwners;
import dev.baton.outbox.Outbox;
import dev.baton.outbox.ReturnedMails;
import dev.baton.outbox.Undeliverable;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import dev.baton.requests.Blockers;
import dev.baton.requests.IncomingMessage;
import dev.baton.requests.Request;
import dev.baton.requests.RequestFilter;
import dev.baton.requests.RequestLinks;
import dev.baton.requests.RequestParticipants;
import dev.baton.requests.RequestReaders;
import dev.baton.requests.RequestState;
import dev.baton.requests.Requests;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.Page;
import dev.baton.shared.RequestRef;
import dev.baton.shared.Retried;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Requests for people who have signed in: those that a participant asked for, owns or takes part in, those of an owner's workflows, everybody's for leaders;
 * its owner may also act.
 */
@Controller
class RequestPages {

    private final Requests requests;
    private final StuckSteps stuck;
    private final RequestLinks links;
    private final StatusReader reader;
    private final RequestLines lines;
    private final Outbox outbox;
    private final ReturnedMails returned;
    private final People people;
    private final Blockers blockers;
    private final RequestReaders readers;
    private final WorkflowOwners workflows;
    private final RequestParticipants participants;
    private final Retried retried;
    private final Clock clock;

    RequestPages(
            Requests requests,
            StuckSteps stuck,
            RequestLinks links,
            StatusReader reader,
            RequestLines lines,
            Outbox outbox,
            ReturnedMails returned,
            People people,
            Blockers blockers,
            RequestReaders readers,
            WorkflowOwners workflows,
            RequestParticipants participants,
            Retried retried,
            Clock clock) {
        this.requests = requests;
        this.stuck = stuck;
        this.links = links;
        this.reader = reader;
        this.lines = lines;
        this.outbox = outbox;
        this.returned = returned;
        this.people = people;
        this.blockers = blockers;
        this.readers = readers;
        this.workflows = workflows;
        this.participants = participants;
        this.retried = retried;
        this.clock = clock;
    }

    @ModelAttribute("me")
    Person me(Principal principal) {
        return people.personOrStranger(EmailAddress.of(principal.getName()));
    }

    @GetMapping("/requests")
    String list(
            @ModelAttribute("me") Person me,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(required = false) @Nullable String workflow,
            @RequestParam(required = false) @Nullable String campaign,
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        RequestFilter filter = new RequestFilter(
                "all".equals(state) ? null : state(state),
                blankIsNull(workflow),
                blankIsNull(campaign),
                readers.of(me),
                blankIsNull(search));
        Page<Request> page = requests.list(filter, after, 50);
        model.addAttribute("lines", lines.of(page.items(), me));
        model.addAttribute("next", page.next());
        model.addAttribute("state", state);
        model.addAttribute("filter", filter);
        return "requests/list";
    }

    @GetMapping("/requests/{ref}")
    String one(
            @PathVariable String ref,
            @RequestParam(required = false) @Nullable String tried,
            @ModelAttribute("me") Person me,
            Model model) {
        Request request = mine(ref, me);
        model.addAttribute("status", reader.read(request, me.address(), answers(request, me)));
        model.addAttribute("tried", tried != null);
        model.addAttribute("unreached", returned.marks(request.ref()));
        model.addAttribute("acts", acts(request, me));
        model.addAttribute("promises", promises(request, me));
        model.addAttribute("speaks", speaks(request, me));
        model.addAttribute("corrects", corrects(request, me));
        if (request.waitsForBrief() && (request.requester().equals(me.address()) || acts(request, me))) {
            model.addAttribute("briefUrl", links.brief(request));
        }
        return "requests/status";
    }

    @PostMapping("/requests/{ref}/close")
    String close(@PathVariable String ref, @ModelAttribute("me") Person me, @RequestParam String reason) {
        Request request = owned(ref, me);
        if (!reason.isBlank()) {
            retried.run(() -> requests.close(request.ref(), me.address(), reason.strip()));
        }
        return "redirect:/requests/" + request.ref();
    }

    /** The work goes on without what it waited for; whoever has it is told. */
    @PostMapping("/requests/{ref}/lift")
    String lift(@PathVariable String ref, @ModelAttribute("me") Person me, @RequestParam long blocker) {
        Request request = owned(ref, me);
        blockers.of(request.ref()).stream()
                .filter(each -> each.id() == blocker)
                .forEach(each -> blockers.outOfTheWay(each, me.address()));
        return "redirect:/requests/" + request.ref();
    }

    /** The owner stands for the date that the page proposed. */
    @PostMapping("/requests/{ref}/promise")
    String promise(@PathVariable String ref, @ModelAttribute("me") Person me, @RequestParam Instant due) {
        Request request = mine(ref, me);
        if (!request.owner().equals(me.address())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        if (due.isBefore(clock.instant())) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        retried.run(() -> requests.promise(request.ref(), due, me.address()));
        return "redirect:/requests/" + request.ref();
    }

    @PostMapping("/requests/{ref}/start")
    String start(@PathVariable String ref, @ModelAttribute("me") Person me) {
        Request request = owned(ref, me);
        retried.run(() -> requests.startAsItIs(request.ref()));
        return "redirect:/requests/" + request.ref();
    }

    /**
     * The steps that failed for the last time are done again at once, outside of any transaction of ours; the page then says
     * what became of it.
     */
    @PostMapping("/requests/{ref}/try-again")
    String tryAgain(@PathVariable String ref, @ModelAttribute("me") Person me) {
        Request request = owned(ref, me);
        stuck.tryAgain(stuck.of(request.ref()));
        return "redirect:/requests/" + request.ref() + "?tried=1";
    }

    /** Mails to this address are sent again; it has to be one that mails of this request went to. */
    @PostMapping("/requests/{ref}/write-again")
    String writeAgain(@PathVariable String ref, @ModelAttribute("me") Person me, @RequestParam String address) {
        Request request = owned(ref, me);
        returned.marks(request.ref()).stream()
                .map(Undeliverable::address)
                .filter(marked -> marked.value().equals(address))
                .forEach(outbox::writeAgainTo);
        return "redirect:/requests/" + request.ref();
    }

    /** What the owner writes here goes to the requester by mail, and the other way round. */
    @PostMapping("/requests/{ref}/message")
    String write(@PathVariable String ref, @ModelAttribute("me") Person me, @RequestParam String text) {
        Request request = mine(ref, me);
        if (!speaks(request, me)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        if (!text.isBlank()) {
            IncomingMessage message =
                    new IncomingMessage(me.address(), me.name(), text.strip(), "", clock.instant(), null, null);
            retried.run(() -> {
                requests.reply(request.ref(), message, message, Set.of(request.requester(), request.owner()));
                return request;
            });
        }
        return "redirect:/requests/" + request.ref();
    }

    private Request mine(String ref, Person me) {
        Request request = RequestRef.parse(ref)
                .flatMap(requests::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (readers.mayRead(request, me)) {
            return request;
        }
        throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }

    private Request owned(String ref, Person me) {
        Request request = mine(ref, me);
        if (!acts(request, me)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return request;
    }

    private static boolean acts(Request request, Person me) {
        return request.isOpen() && (request.owner().equals(me.address()) || me.has(Role.ADMIN));
    }

    /** Nobody promises for somebody else. */
    private static boolean promises(Request request, Person me) {
        return request.isOpen()
                && request.promisedAt() == null
                && request.owner().equals(me.address());
    }

    private boolean answers(Request request, Person me) {
        return request.owner().equals(me.address()) || corrects(request, me);
    }

    /** Whoever sees the ledger entries of the request may say that a mail of it belongs elsewhere. */
    private boolean corrects(Request request, Person me) {
        return me.has(Role.ADMIN) || workflows.workflowsOf(me).contains(request.workflow());
    }

    private boolean speaks(Request request, Person me) {
        return request.requester().equals(me.address())
                || acts(request, me)
                || participants.include(request.ref(), me.address());
    }

    private static RequestState state(String word) {
        for (RequestState state : RequestState.values()) {
            if (state.word().equals(word)) {
                return state;
            }
        }
        throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }

    private static @Nullable String blankIsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
