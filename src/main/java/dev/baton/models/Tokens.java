package dev.baton.models;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Plays through one process or sub-process in thought, with every choice that people and conditions can make, and notes
 * where work that went several ways at once never comes together, or comes together where it should not.
 *
 * <p>Work on a line is a token, as BPMN 2.0 §13 explains the meaning of a diagram. Since a choice takes nothing from
 * another branch, it does not matter which branch moves first; the one that is read first does, so that branches that
 * come together wait for each other where they meet.
 */
final class Tokens {

    /** Far more than people can draw; beyond it nothing is said, rather than something wrong. */
    private static final int MOST_STATES = 4_000;

    private final Flow flow;
    private final List<XmlElement> nodes;
    private final List<XmlElement> lines = new ArrayList<>();
    private final Map<XmlElement, Integer> numbers = new IdentityHashMap<>();
    private final Set<XmlElement> stuck = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<XmlElement> doubled = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<BitSet> seen = new HashSet<>();
    private final Deque<BitSet> open = new ArrayDeque<>();

    Tokens(Flow flow, XmlElement scope) {
        this.flow = flow;
        this.nodes =
                flow.nodes().stream().filter(node -> node.parent() == scope).toList();
        nodes.forEach(node -> flow.ways(node).forEach(line -> {
            numbers.put(line, lines.size());
            lines.add(line);
        }));
        nodes.stream()
                .filter(node -> node.name().equals("startEvent"))
                .forEach(start -> open.add(with(new BitSet(), flow.ways(start))));
        play();
    }

    /** The gateways at which work can come to wait for other work that never comes. */
    Set<XmlElement> stuck() {
        return stuck;
    }

    /** The steps that are done twice because two ways that are gone at once meet there. */
    Set<XmlElement> doubled() {
        return doubled;
    }

    private void play() {
        while (!open.isEmpty() && seen.size() < MOST_STATES) {
            BitSet state = open.pop();
            if (seen.add(state)) {
                Optional<XmlElement> moving =
                        nodes.stream().filter(node -> canMove(node, state)).findFirst();
                if (moving.isPresent()) {
                    move(moving.get(), state);
                } else if (!state.isEmpty()) {
                    nodes.stream()
                            .filter(node -> isJoin(node) && waiting(node, state) > 0)
                            .forEach(stuck::add);
                }
            }
        }
    }

    private boolean canMove(XmlElement node, BitSet state) {
        int waiting = waiting(node, state);
        if (node.name().equals("parallelGateway")) {
            return waiting > 0 && waiting == flow.arriving(node).size();
        }
        return waiting > 0 && (!node.name().equals("inclusiveGateway") || nothingMoreComes(node, state));
    }

    /** An inclusive gateway waits for whatever can still come to it. */
    private boolean nothingMoreComes(XmlElement gateway, BitSet state) {
        return state.stream()
                .mapToObj(lines::get)
                .flatMap(line -> flow.target(line).stream())
                .filter(node -> node != gateway)
                .noneMatch(node -> flow.reachable(List.of(node)).contains(gateway));
    }

    private void move(XmlElement node, BitSet state) {
        if (!isJoin(node) && waiting(node, state) > 1) {
            doubled.add(node);
        }
        BitSet rest = (BitSet) state.clone();
        flow.arriving(node).forEach(line -> number(line).ifPresent(rest::clear));
        if (endsAll(node)) {
            open.push(new BitSet());
            return;
        }
        Stream.concat(outcomes(node), interruptions(node)).forEach(taken -> open.push(with(rest, taken)));
    }

    /** The sets of lines that work can leave the node by. */
    private Stream<List<XmlElement>> outcomes(XmlElement node) {
        List<XmlElement> ways = Flow.isThrownLink(node)
                ? flow.next(node).stream()
                        .flatMap(caught -> flow.ways(caught).stream())
                        .toList()
                : flow.ways(node);
        boolean chooses = node.is(Vocabulary.BPMN, "exclusiveGateway", "eventBasedGateway");
        boolean mayChoose = node.name().equals("inclusiveGateway")
                || ways.stream()
                        .anyMatch(way ->
                                way.texts("conditionExpression").findAny().isPresent());
        if (ways.size() < 2 || !(chooses || mayChoose)) {
            return Stream.of(ways);
        }
        return chooses
                ? ways.stream().map(List::of)
                : Stream.concat(ways.stream().map(List::of), Stream.of(ways));
    }

    /** An event at the border of a step takes the work away from it, or goes its own way beside it. */
    private Stream<List<XmlElement>> interruptions(XmlElement node) {
        return flow.border(node).stream()
                .filter(event -> !flow.ways(event).isEmpty())
                .map(event -> event.attribute("cancelActivity").equals(Optional.of("false"))
                        ? Stream.concat(flow.ways(node).stream(), flow.ways(event).stream())
                                .toList()
                        : flow.ways(event));
    }

    private static boolean endsAll(XmlElement node) {
        return node.name().equals("endEvent")
                && node.children(
                                Vocabulary.BPMN,
                                "terminateEventDefinition",
                                "errorEventDefinition",
                                "cancelEventDefinition")
                        .findAny()
                        .isPresent();
    }

    private static boolean isJoin(XmlElement node) {
        return node.is(Vocabulary.BPMN, "parallelGateway", "inclusiveGateway");
    }

    private int waiting(XmlElement node, BitSet state) {
        return (int) flow.arriving(node).stream()
                .filter(line -> number(line).filter(state::get).isPresent())
                .count();
    }

    private Optional<Integer> number(XmlElement line) {
        return Optional.ofNullable(numbers.get(line));
    }

    private BitSet with(BitSet state, List<XmlElement> taken) {
        BitSet more = (BitSet) state.clone();
        taken.forEach(line -> number(line).ifPresent(more::set));
        return more;
    }
}
