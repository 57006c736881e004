package dev.baton.models;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whatever goes in circles waits on each round for a person, an answer or a time; else it would never stop. */
final class NoEndlessLoop implements Rule {

    private static final Set<String> WAITING = Set.of("userTask", "receiveTask", "callActivity", "eventBasedGateway");

    @Override
    public String name() {
        return "loops";
    }

    @Override
    public void check(Model model, Findings findings) {
        if (!model.isProcess()) {
            return;
        }
        Flow flow = model.flow();
        Set<XmlElement> told = Collections.newSetFromMap(new IdentityHashMap<>());
        for (XmlElement node : flow.nodes()) {
            if (!told.contains(node) && !waits(node) && flow.isReached(node)) {
                List<XmlElement> round = round(flow, node);
                if (!round.isEmpty()) {
                    told.addAll(round);
                    findings.error(node, "endless", Flow.names(round));
                }
            }
        }
    }

    /** Whether work stays here until something happens outside of the engine. */
    static boolean waits(XmlElement node) {
        return WAITING.contains(node.name())
                || (node.name().equals("intermediateCatchEvent")
                        && Flow.linkName(node).isEmpty())
                || (Flow.holdsSteps(node) && node.all().anyMatch(inner -> inner != node && waits(inner)));
    }

    /** The steps of a round that begins and ends here without any that waits; none if there is no such round. */
    private static List<XmlElement> round(Flow flow, XmlElement from) {
        Map<XmlElement, XmlElement> cameFrom = new IdentityHashMap<>();
        Deque<XmlElement> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            XmlElement node = open.pop();
            for (XmlElement following : flow.next(node)) {
                if (following == from) {
                    return trail(cameFrom, from, node);
                }
                if (!waits(following) && cameFrom.putIfAbsent(following, node) == null) {
                    open.push(following);
                }
            }
        }
        return List.of();
    }

    private static List<XmlElement> trail(Map<XmlElement, XmlElement> cameFrom, XmlElement from, XmlElement to) {
        Deque<XmlElement> trail = new ArrayDeque<>();
        XmlElement at = to;
        while (at != null && at != from) {
            trail.push(at);
            at = cameFrom.get(at);
        }
        trail.push(from);
        return List.copyOf(trail);
    }
}
