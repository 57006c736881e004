package dev.baton.models;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** Follows the lines of a sketch. */
final class SketchWalk {

    private SketchWalk() {}

    /** Where work gets to from here among these nodes, without passing one of them. */
    static Set<String> first(Sketch sketch, String from, Set<String> among) {
        Set<String> found = new TreeSet<>();
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        open.add(from);
        while (!open.isEmpty()) {
            sketch.from(open.remove()).map(SketchFlow::to).filter(seen::add).forEach(to -> {
                if (among.contains(to)) {
                    found.add(to);
                } else {
                    open.add(to);
                }
            });
        }
        return found;
    }
}
