package dev.baton.requests;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which request waits for which, as open blockers say it. No request ever waits for itself, over however many others
 * (docs/decisions/0097).
 */
@Component
public class Dependencies {

    private final JdbcClient jdbc;
    private final RequestRows rows;
    private final Requests requests;
    private final Blockers blockers;

    Dependencies(JdbcClient jdbc, RequestRows rows, Requests requests, Blockers blockers) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.requests = requests;
        this.blockers = blockers;
    }

    /**
     * All requests that this one waits for, directly or over others, nearest first; each once. One query for each step away
     * from it.
     */
    public List<RequestRef> waitsFor(RequestRef request) {
        return found(reach(request, "ref", "waits_for", null), request);
    }

    /** All requests that wait for this one, directly or over others, nearest first; each once. */
    public List<RequestRef> holdsUp(RequestRef request) {
        return found(reach(request, "waits_for", "ref", null), request);
    }

    /** The requests that wait for this one directly, longest first. */
    public List<Request> waitingFor(RequestRef request) {
        return blockers.waitingFor(request).stream()
                .map(Blocker::request)
                .distinct()
                .map(requests::get)
                .toList();
    }

    /**
     * From now on the task, or the whole request where no task is named, waits for the other request, in the caller's
     * transaction. A request that was merged into another stands for that one. Nothing is kept unless the answer is
     * {@link Wait.Kept}.
     *
     * @throws org.springframework.dao.ConcurrencyFailureException if others were quicker: do it again in a new transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Wait raise(RequestRef request, @Nullable String taskId, RequestRef named, String what, EmailAddress by) {
        Optional<Request> known = requests.find(named).map(requests::whereItGoesOn);
        if (known.isEmpty()) {
            return new Wait.Unknown(named);
        }
        RequestRef other = known.get().ref();
        if (other.equals(request)) {
            return new Wait.Itself(request);
        }
        takeTurn();
        Request now = rows.lock(other).orElseThrow(() -> new UnknownRequestException(other));
        if (!now.isOpen()) {
            return new Wait.Over(now);
        }
        List<RequestRef> way = way(other, request);
        return way.isEmpty() ? keep(request, taskId, other, what, by) : new Wait.Circle(way);
    }

    private Wait keep(RequestRef request, @Nullable String taskId, RequestRef other, String what, EmailAddress by) {
        Optional<Blocker> already = standing(request, taskId, other);
        if (already.isPresent()) {
            return new Wait.Kept(already.get(), false);
        }
        blockers.raise(request, taskId, other.toString(), other, what, by);
        return new Wait.Kept(standing(request, taskId, other).orElseThrow(), true);
    }

    private Optional<Blocker> standing(RequestRef request, @Nullable String taskId, RequestRef other) {
        return blockers.of(request).stream()
                .filter(each -> other.equals(each.waitsFor()) && Objects.equals(taskId, each.taskId()))
                .findFirst();
    }

    /** Until the transaction ends nobody else, on any node, lets a request wait for another. */
    private void takeTurn() {
        jdbc.sql("select id from blocker_turn where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    /** From the request over the other and all that it waits for back to the request; empty if it does not wait for it. */
    private List<RequestRef> way(RequestRef other, RequestRef request) {
        Map<RequestRef, RequestRef> reached = reach(other, "ref", "waits_for", request);
        List<RequestRef> way = new ArrayList<>();
        if (reached.containsKey(request)) {
            way.add(request);
            for (RequestRef at = request; !at.equals(other); ) {
                at = Objects.requireNonNull(reached.get(at));
                way.add(0, at);
            }
            way.add(0, request);
        }
        return way;
    }

    private static List<RequestRef> found(Map<RequestRef, RequestRef> reached, RequestRef start) {
        return reached.keySet().stream().filter(each -> !each.equals(start)).toList();
    }

    /**
     * What can be reached from here, each with the request one step before it; the beginning with itself.
     *
     * @param until ends the search where it is found
     */
    private Map<RequestRef, RequestRef> reach(RequestRef from, String column, String next, @Nullable RequestRef until) {
        Map<RequestRef, RequestRef> reached = new LinkedHashMap<>(Map.of(from, from));
        List<RequestRef> ahead = List.of(from);
        while (!ahead.isEmpty() && (until == null || !reached.containsKey(until))) {
            List<RequestRef> further = new ArrayList<>();
            for (Step step : steps(ahead, column, next)) {
                if (reached.putIfAbsent(step.to(), step.from()) == null) {
                    further.add(step.to());
                }
            }
            ahead = further;
        }
        return reached;
    }

    private record Step(RequestRef from, RequestRef to) {}

    private List<Step> steps(Collection<RequestRef> from, String column, String next) {
        return jdbc.sql("select " + column + " as here, " + next + " as there from blocker where " + column
                        + " in (:from) and waits_for is not null and lifted_at is null order by id")
                .param("from", from.stream().map(RequestRef::toString).toList())
                .query((row, number) ->
                        new Step(RequestRef.of(row.getString("here")), RequestRef.of(row.getString("there"))))
                .list();
    }
}
