package dev.baton.tasks;

import dev.baton.people.Moments;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.requests.Blocker;
import dev.baton.requests.Blockers;
import dev.baton.requests.Request;
import dev.baton.requests.RequestLinks;
import dev.baton.requests.RequestState;
import dev.baton.requests.Requests;
import dev.baton.requests.WaitedForEnded;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells those who waited for a request what became of it: whoever has the task that waited, and whoever owns its request, one
 * mail each.
 */
@Component
class WaitsOver {

    /** Also told in a digest beside the task itself, which does not say that it waited. */
    static final String CAN_GO_ON = "can-go-on";

    static final String VAIN = "waits-in-vain";

    private final TaskRows rows;
    private final HandOvers handOvers;
    private final Blockers blockers;
    private final Requests requests;
    private final TaskMails mails;
    private final ActionLinks links;
    private final RequestLinks requestLinks;
    private final NamedRequests others;
    private final People people;
    private final Moments moments;
    private final TaskWords words;

    WaitsOver(
            TaskRows rows,
            HandOvers handOvers,
            Blockers blockers,
            Requests requests,
            TaskMails mails,
            ActionLinks links,
            RequestLinks requestLinks,
            NamedRequests others,
            People people,
            Moments moments,
            TaskWords words) {
        this.rows = rows;
        this.handOvers = handOvers;
        this.blockers = blockers;
        this.requests = requests;
        this.mails = mails;
        this.links = links;
        this.requestLinks = requestLinks;
        this.others = others;
        this.people = people;
        this.moments = moments;
        this.words = words;
    }

    @EventListener
    void ended(WaitedForEnded event) {
        Map<RequestRef, List<Blocker>> waiting = event.waiting().stream()
                .collect(Collectors.groupingBy(Blocker::request, LinkedHashMap::new, Collectors.toList()));
        waiting.forEach((ref, blocked) -> tell(event.ended(), requests.get(ref), blocked));
    }

    private void tell(Request ended, Request request, List<Blocker> blocked) {
        Set<EmailAddress> told = new HashSet<>();
        for (Blocker blocker : blocked) {
            String taskId = blocker.taskId();
            List<HandOver> holders = taskId == null ? List.of() : handOvers.holders(taskId);
            for (HandOver holder : holders) {
                tellHolder(ended, request, rows.get(holder.taskId()), holder);
                told.add(holder.person());
            }
        }
        if (!told.contains(request.owner())) {
            tellOwner(ended, request);
        }
    }

    /** An answer to these mails is an answer to the task. */
    private void tellHolder(Request ended, Request request, Task task, HandOver holder) {
        Person reader = people.personOrStranger(holder.person());
        if (ended.state() == RequestState.CLOSED) {
            mails.toHolder(request, holder, VAIN, inVain(ended, request, task.name(), reader, links.url(holder)));
            return;
        }
        Instant due = task.dueAt();
        mails.toHolder(
                request,
                holder,
                CAN_GO_ON,
                new MailModels.CanGoOn(
                        task.name(),
                        request.title(),
                        others.named(ended, reader),
                        stillWaitsOn(request, task.id()),
                        due == null ? null : moments.full(due, reader.zone()),
                        links.url(holder),
                        requestLinks.status(request, reader.address())));
    }

    private void tellOwner(Request ended, Request request) {
        Person reader = people.personOrStranger(request.owner());
        if (ended.state() == RequestState.CLOSED) {
            mails.toAnybody(
                    request,
                    reader.address(),
                    VAIN,
                    inVain(ended, request, null, reader, requestLinks.page(request.ref())));
            return;
        }
        mails.toAnybody(
                request,
                reader.address(),
                "goes-on",
                new MailModels.GoesOn(
                        request.title(),
                        others.named(ended, reader),
                        stillWaitsOn(request, null),
                        requestLinks.status(request, reader.address())));
    }

    private MailModels.WaitsInVain inVain(
            Request ended, Request request, @Nullable String taskName, Person reader, String url) {
        Request goesOn = requests.whereItGoesOn(ended);
        return new MailModels.WaitsInVain(
                taskName,
                request.title(),
                others.named(ended, reader),
                others.mayRead(ended, reader) ? ended.closedBecause() : null,
                goesOn.ref().equals(ended.ref()) ? null : others.named(goesOn, reader),
                words.name(request.owner()),
                url,
                requestLinks.status(request, reader.address()));
    }

    /** @param taskId all tasks of the request where it is null */
    private @Nullable String stillWaitsOn(Request request, @Nullable String taskId) {
        String all = blockers.of(request.ref()).stream()
                .filter(blocker -> taskId == null || taskId.equals(blocker.taskId()))
                .map(Blocker::waitsOn)
                .distinct()
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? null : all;
    }
}
