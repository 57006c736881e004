package dev.baton.models;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** Which of the steps that both versions have come in another order, or side by side where they came one by one. */
final class OrderChanges {

    /** Of more steps only where each leads is told. */
    private static final int MOST_STEPS = 200;

    private final Sketch after;
    private final FlowOrder was;
    private final FlowOrder is;
    private final List<String> steps;
    private final Set<String> told = new HashSet<>();

    OrderChanges(Sketch before, Sketch after) {
        this.after = after;
        this.was = before.order();
        this.is = after.order();
        this.steps = is.ids().stream()
                .filter(id -> before.node(id).filter(SketchNode::isStep).isPresent())
                .filter(id -> after.node(id).filter(SketchNode::isStep).isPresent())
                .toList();
    }

    /** Tells of each change and gives back the steps it told of. */
    Set<String> tell(Consumer<Change> changes) {
        if (steps.size() <= MOST_STEPS) {
            inverted(new ArrayList<>(steps), changes);
            loosened(changes);
        }
        return told;
    }

    /** The step that most others changed places with is the one that was moved; then the next, until none is left. */
    private void inverted(List<String> left, Consumer<Change> changes) {
        while (true) {
            String moved = left.stream()
                    .max(Comparator.comparingInt(
                            (String step) -> passed(step, left).size()))
                    .filter(step -> !passed(step, left).isEmpty())
                    .orElse(null);
            if (moved == null) {
                return;
            }
            List<String> passed = passed(moved, left);
            boolean earlier = is.isBefore(moved, passed.get(0));
            String other = earlier ? passed.get(0) : passed.get(passed.size() - 1);
            say(earlier ? "now-before" : "now-after", moved, other, changes);
            left.remove(moved);
        }
    }

    private List<String> passed(String step, List<String> others) {
        return others.stream()
                .filter(other -> (was.isBefore(step, other) && is.isBefore(other, step))
                        || (was.isBefore(other, step) && is.isBefore(step, other)))
                .toList();
    }

    private void loosened(Consumer<Change> changes) {
        Set<String> moved = Set.copyOf(told);
        for (String one : steps) {
            for (String other : steps) {
                if (moved.contains(one) || moved.contains(other)) {
                    continue;
                }
                if (areSideBySide(is, one, other) && next(was, one, other)) {
                    say("no-longer-after", other, one, changes);
                } else if (areSideBySide(was, one, other) && next(is, one, other)) {
                    say("only-after", other, one, changes);
                }
            }
        }
    }

    private static boolean areSideBySide(FlowOrder order, String one, String other) {
        return !one.equals(other) && !order.isBefore(one, other) && !order.isBefore(other, one);
    }

    /** Whether the one comes right before the other, with none of the common steps between. */
    private boolean next(FlowOrder order, String one, String other) {
        return order.isBefore(one, other)
                && steps.stream().noneMatch(between -> order.isBefore(one, between) && order.isBefore(between, other));
    }

    private void say(String how, String step, String other, Consumer<Change> changes) {
        told.add(step);
        told.add(other);
        Map<String, SketchNode> nodes = after.nodes();
        changes.accept(new Change.Altered(
                step,
                Phrase.of(
                        how,
                        Objects.requireNonNull(nodes.get(step)).called(),
                        Objects.requireNonNull(nodes.get(other)).called())));
    }
}
