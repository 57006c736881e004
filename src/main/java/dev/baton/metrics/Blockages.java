package dev.baton.metrics;

import dev.baton.shared.RequestRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What open requests wait for, and what waits for them in turn (docs/decisions/0097). */
public final class Blockages {

    private final List<Blockage> longestFirst;
    private final Map<RequestRef, OpenRequest> open;
    private final Map<RequestRef, List<RequestRef>> waiting;

    /** Something that an open request waits for. */
    public record Blockage(OpenRequest open, OpenRequest.Holdup holdup) {}

    private Blockages(
            List<Blockage> longestFirst, Map<RequestRef, OpenRequest> open, Map<RequestRef, List<RequestRef>> waiting) {
        this.longestFirst = longestFirst;
        this.open = open;
        this.waiting = waiting;
    }

    /** @param holdups of all open requests, so that chains over other workflows are whole */
    static Blockages of(List<OpenRequest> open, Map<RequestRef, List<OpenRequest.Holdup>> holdups) {
        Map<RequestRef, OpenRequest> byRef = new HashMap<>();
        List<Blockage> blockages = new ArrayList<>();
        for (OpenRequest one : open) {
            byRef.put(one.request().ref(), one);
            one.holdups().forEach(holdup -> blockages.add(new Blockage(one, holdup)));
        }
        blockages.sort(Comparator.comparing(each -> each.holdup().since()));
        Map<RequestRef, List<RequestRef>> waiting = new HashMap<>();
        holdups.forEach((ref, all) -> all.forEach(holdup -> {
            RequestRef waitsFor = holdup.waitsFor();
            if (waitsFor != null) {
                waiting.computeIfAbsent(waitsFor, none -> new ArrayList<>()).add(ref);
            }
        }));
        return new Blockages(blockages, byRef, waiting);
    }

    /** All of them, the one that stands longest first. */
    public List<Blockage> longestFirst() {
        return longestFirst;
    }

    /** The open request with this reference, if it is one that the question is about. */
    public Optional<OpenRequest> open(RequestRef ref) {
        return Optional.ofNullable(open.get(ref));
    }

    /** The requests that cannot go on before this one is delivered, directly or over others, nearest first; each once. */
    public List<RequestRef> heldUpBy(RequestRef request) {
        Set<RequestRef> found = new LinkedHashSet<>(waiting.getOrDefault(request, List.of()));
        List<RequestRef> ahead = List.copyOf(found);
        while (!ahead.isEmpty()) {
            List<RequestRef> further = new ArrayList<>();
            for (RequestRef here : ahead) {
                for (RequestRef next : waiting.getOrDefault(here, List.of())) {
                    if (found.add(next)) {
                        further.add(next);
                    }
                }
            }
            ahead = further;
        }
        found.remove(request);
        return List.copyOf(found);
    }
}
