package dev.baton.models;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The findings of one file, to be told in the order in which people read its diagram. */
final class FindingList {

    private record Placed(int place, Finding finding) {}

    private final @Nullable Model model;
    private final List<Placed> list = new ArrayList<>();

    FindingList() {
        this.model = null;
    }

    FindingList(Model model) {
        this.model = model;
    }

    /** A finding about the file as a whole. */
    void add(Finding finding) {
        list.add(new Placed(-1, finding));
    }

    void add(XmlElement at, Finding finding) {
        list.add(new Placed(model == null ? -1 : model.flow().place(at), finding));
    }

    boolean isEmpty() {
        return list.isEmpty();
    }

    boolean hasError() {
        return list.stream().anyMatch(each -> each.finding().severity() == Severity.ERROR);
    }

    /**
     * What is said of the workflow comes first, then step by step, then what nobody comes to; at each the worst first,
     * and each thing once.
     */
    List<Finding> inOrder() {
        return list.stream()
                .sorted(Comparator.comparingInt(Placed::place)
                        .thenComparing(each -> each.finding().severity())
                        .thenComparingInt(each -> each.finding().line()))
                .map(Placed::finding)
                .distinct()
                .toList();
    }
}
