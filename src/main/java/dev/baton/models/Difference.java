package dev.baton.models;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a later version of a model does differently from an earlier one, as its process owner would say it.
 *
 * @param changes in the order of the work; empty if both do the same
 * @param sameBytes whether the files are the very same
 */
public record Difference(List<Change> changes, boolean sameBytes) {

    /** Steps, events and gateways; nobody reads what is different in more. */
    private static final int MOST_NODES = 1_000;

    public Difference {
        changes = List.copyOf(changes);
    }

    /**
     * Compares two files of one workflow or decision. What is only drawn, the order of things in the file, and ids that
     * were merely renamed make no difference.
     *
     * @throws IllegalArgumentException if one of them cannot be read, or they are not of the same kind
     */
    public static Difference between(byte[] before, byte[] after) {
        if (Arrays.equals(before, after)) {
            return new Difference(List.of(), true);
        }
        Model was = read(before);
        Model is = read(after);
        if (was.isDecision() != is.isDecision()) {
            throw new IllegalArgumentException("A workflow cannot be compared with a decision table");
        }
        return new Difference(is.isDecision() ? DecisionChanges.between(was, is) : ofProcess(was, is), false);
    }

    private static List<Change> ofProcess(Model was, Model is) {
        return isTooLarge(was) || isTooLarge(is)
                ? List.of(new Change.Altered(null, Phrase.of("too-large", MOST_NODES)))
                : ProcessChanges.between(Sketch.of(was), Sketch.of(is));
    }

    private static boolean isTooLarge(Model model) {
        return model.nodes().skip(MOST_NODES).findAny().isPresent();
    }

    /** Ids of steps, events and gateways that only have another id in the later file; the earlier id first. */
    public static Map<String, String> renamed(byte[] before, byte[] after) {
        Model was = read(before);
        Model is = read(after);
        if (isTooLarge(was) || isTooLarge(is)) {
            return Map.of();
        }
        Map<String, String> renamed = new HashMap<>(SameNodes.of(Sketch.of(was), Sketch.of(is)));
        renamed.entrySet().removeIf(each -> each.getKey().equals(each.getValue()));
        return renamed;
    }

    private static Model read(byte[] bytes) {
        try {
            return Model.read("", bytes);
        } catch (UnreadableModel unreadable) {
            throw new IllegalArgumentException("Not a model: " + unreadable.getMessage(), unreadable);
        }
    }

    /** Whether the files are not the same and still do the same: something was drawn elsewhere. */
    public boolean onlyDrawing() {
        return changes.isEmpty() && !sameBytes;
    }

    /** So many of the changes, in their order; what more is said of an element comes only if there is room for it. */
    public List<Change> foremost(int most) {
        Set<String> elements = new HashSet<>();
        Map<Boolean, List<Change>> first = changes.stream()
                .collect(Collectors.partitioningBy(
                        change -> change.element() == null || elements.add(change.element())));
        List<Change> chosen = Stream.of(true, false)
                .flatMap(isFirst -> first.getOrDefault(isFirst, List.of()).stream())
                .limit(most)
                .toList();
        return changes.stream().filter(chosen::contains).limit(most).toList();
    }

    /** Ids of the elements with this {@linkplain Change#mark() mark}. */
    public List<String> marked(String mark) {
        return changes.stream()
                .filter(change -> change.mark().equals(mark))
                .map(Change::element)
                .filter(element -> element != null)
                .distinct()
                .map(String::valueOf)
                .toList();
    }
}
