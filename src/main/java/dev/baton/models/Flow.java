package dev.baton.models;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How work moves through a model: along its lines, from a step to the events at its border, into sub-processes, over
 * links and to what undoes a step. Nodes are in the order in which people read the diagram: what comes before what
 * follows it, and what nobody ever comes to last.
 */
final class Flow {

    private final Map<String, XmlElement> nodes = new LinkedHashMap<>();
    private final Map<XmlElement, List<XmlElement>> ways = new IdentityHashMap<>();
    private final Map<XmlElement, List<XmlElement>> arriving = new IdentityHashMap<>();
    private final Map<XmlElement, List<XmlElement>> next = new IdentityHashMap<>();
    private final Map<XmlElement, List<XmlElement>> before = new IdentityHashMap<>();
    private final List<XmlElement> order;
    private final Map<XmlElement, Integer> places = new IdentityHashMap<>();
    private final Set<XmlElement> reached;

    private Flow(Model model) {
        model.nodes().forEach(node -> node.id().ifPresent(id -> nodes.putIfAbsent(id, node)));
        model.all("sequenceFlow").forEach(this::line);
        nodes.values().forEach(this::leadOn);
        model.all("association").forEach(this::undoing);
        reached = reachable(roots());
        order = read();
        order.forEach(node -> places.put(node, places.size()));
    }

    static Flow of(Model model) {
        return new Flow(model);
    }

    /** All nodes that have an id, in the order of reading. */
    List<XmlElement> nodes() {
        return order;
    }

    Stream<XmlElement> nodes(String... names) {
        return order.stream().filter(node -> node.is(Vocabulary.BPMN, names));
    }

    Optional<XmlElement> node(String id) {
        return Optional.ofNullable(nodes.get(id));
    }

    /** The lines that leave the node. */
    List<XmlElement> ways(XmlElement node) {
        return ways.getOrDefault(node, List.of());
    }

    /** The lines that come to the node. */
    List<XmlElement> arriving(XmlElement node) {
        return arriving.getOrDefault(node, List.of());
    }

    /** Where work that is at the node can be next. */
    List<XmlElement> next(XmlElement node) {
        return next.getOrDefault(node, List.of());
    }

    /** From where work can come to the node. */
    List<XmlElement> cameFrom(XmlElement node) {
        return before.getOrDefault(node, List.of());
    }

    Optional<XmlElement> source(XmlElement line) {
        return line.attribute("sourceRef").flatMap(this::node);
    }

    Optional<XmlElement> target(XmlElement line) {
        return line.attribute("targetRef").flatMap(this::node);
    }

    /** The step at whose border the event stands. */
    Optional<XmlElement> host(XmlElement boundary) {
        return boundary.attribute("attachedToRef").map(Flow::local).flatMap(this::node);
    }

    /** The events at the border of the step. */
    List<XmlElement> border(XmlElement step) {
        return order.stream()
                .filter(node -> node.name().equals("boundaryEvent")
                        && host(node).filter(host -> host == step).isPresent())
                .toList();
    }

    /** Whether work ever comes to the node. */
    boolean isReached(XmlElement node) {
        return reached.contains(node);
    }

    /** All nodes to which work can come from these, themselves among them. */
    Set<XmlElement> reachable(Collection<XmlElement> from) {
        return spread(from, this::next);
    }

    /** The same, but not past a node that the question is about no longer, such as one that sets a variable anew. */
    Set<XmlElement> reachable(Collection<XmlElement> from, Predicate<XmlElement> endsThere) {
        return spread(from, node -> endsThere.test(node) ? List.of() : next(node));
    }

    /** All nodes from which work can come to these, themselves among them. */
    Set<XmlElement> leadingTo(Collection<XmlElement> to) {
        return spread(to, this::cameFrom);
    }

    /** A number that is smaller for what is read earlier; an element that is no node is read where its node or line is. */
    int place(XmlElement element) {
        return element.upwards()
                .flatMap(at -> placeOf(at).stream())
                .findFirst()
                .orElse(isFrame(element) ? -1 : order.size());
    }

    private static boolean isFrame(XmlElement element) {
        return element.named().is(Vocabulary.BPMN, "process", "definitions", "collaboration", "participant");
    }

    private Optional<Integer> placeOf(XmlElement element) {
        if (element.is(Vocabulary.BPMN, "sequenceFlow")) {
            return source(element).map(places::get);
        }
        return Optional.ofNullable(places.get(element));
    }

    private void line(XmlElement line) {
        source(line)
                .ifPresent(source ->
                        ways.computeIfAbsent(source, none -> new ArrayList<>()).add(line));
        target(line).ifPresent(target -> {
            arriving.computeIfAbsent(target, none -> new ArrayList<>()).add(line);
            source(line).ifPresent(source -> connect(source, target));
        });
    }

    private void leadOn(XmlElement node) {
        if (node.name().equals("boundaryEvent")) {
            host(node).ifPresent(host -> connect(host, node));
        }
        if (isThrownLink(node)) {
            linkName(node)
                    .ifPresent(name -> nodes.values().stream()
                            .filter(other -> other.name().equals("intermediateCatchEvent")
                                    && other.parent() == node.parent()
                                    && linkName(other).equals(Optional.of(name)))
                            .forEach(caught -> connect(node, caught)));
        }
        if (holdsSteps(node)) {
            inside(node).forEach(start -> connect(node, start));
        }
    }

    /** What is inside of a sub-process begins with its start events; its event sub-processes may begin at any time. */
    private static Stream<XmlElement> inside(XmlElement scope) {
        return scope.children().stream()
                .filter(child -> child.is(Vocabulary.BPMN, "startEvent") || isEventSubProcess(child));
    }

    /** The dotted line from an event that undoes a step to what undoes it. */
    private void undoing(XmlElement association) {
        Optional<XmlElement> event =
                association.attribute("sourceRef").map(Flow::local).flatMap(this::node);
        Optional<XmlElement> undo =
                association.attribute("targetRef").map(Flow::local).flatMap(this::node);
        event.filter(node -> node.name().equals("boundaryEvent"))
                .ifPresent(from -> undo.ifPresent(to -> connect(from, to)));
    }

    private void connect(XmlElement from, XmlElement to) {
        next.computeIfAbsent(from, none -> new ArrayList<>()).add(to);
        before.computeIfAbsent(to, none -> new ArrayList<>()).add(from);
    }

    private List<XmlElement> roots() {
        return nodes.values().stream()
                .filter(node -> node.parent() != null && node.parent().is(Vocabulary.BPMN, "process"))
                .filter(node -> node.name().equals("startEvent") || isEventSubProcess(node))
                .toList();
    }

    private static Set<XmlElement> spread(
            Collection<XmlElement> from, Function<XmlElement, List<XmlElement>> neighbours) {
        Set<XmlElement> found = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<XmlElement> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            XmlElement node = open.pop();
            if (found.add(node)) {
                open.addAll(neighbours.apply(node));
            }
        }
        return found;
    }

    /** Depth first and turned round, so that a step comes after all that lead to it, but for those that lead back. */
    private List<XmlElement> read() {
        Set<XmlElement> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<XmlElement> finished = new ArrayList<>();
        List<XmlElement> roots = new ArrayList<>(roots());
        Collections.reverse(roots);
        roots.forEach(root -> descend(root, seen, finished));
        Collections.reverse(finished);
        nodes.values().stream().filter(node -> !seen.contains(node)).forEach(finished::add);
        return finished;
    }

    private void descend(XmlElement root, Set<XmlElement> seen, List<XmlElement> finished) {
        if (!seen.add(root)) {
            return;
        }
        Deque<Visit> path = new ArrayDeque<>();
        path.push(new Visit(root, backwards(root)));
        while (!path.isEmpty()) {
            Visit visit = path.peek();
            if (visit.open().hasNext()) {
                XmlElement node = visit.open().next();
                if (seen.add(node)) {
                    path.push(new Visit(node, backwards(node)));
                }
            } else {
                finished.add(path.pop().node());
            }
        }
    }

    private record Visit(XmlElement node, Iterator<XmlElement> open) {}

    private Iterator<XmlElement> backwards(XmlElement node) {
        List<XmlElement> following = new ArrayList<>(next(node));
        Collections.reverse(following);
        return following.iterator();
    }

    static boolean isThrownLink(XmlElement node) {
        return node.name().equals("intermediateThrowEvent") && linkName(node).isPresent();
    }

    static Optional<String> linkName(XmlElement node) {
        return node.children(Vocabulary.BPMN, "linkEventDefinition")
                .flatMap(link -> link.attribute("name").stream())
                .findFirst();
    }

    static boolean holdsSteps(XmlElement node) {
        return node.is(Vocabulary.BPMN, "subProcess", "transaction");
    }

    static boolean isEventSubProcess(XmlElement node) {
        return node.is(Vocabulary.BPMN, "subProcess")
                && node.attribute("triggeredByEvent").equals(Optional.of("true"));
    }

    /** A reference without the prefix that some tools write before it. */
    private static String local(String reference) {
        return reference.substring(reference.indexOf(':') + 1);
    }

    /** The names of the nodes as people know them, for a sentence. */
    static String names(Collection<XmlElement> nodes) {
        return nodes.stream().map(XmlElement::label).distinct().collect(Collectors.joining(", "));
    }
}
