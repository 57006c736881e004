package dev.baton.bench.whatif;

import dev.baton.shared.RequestRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the requests of which the same can be said. */
final class Grouping {

    private final Map<Course.Remark, List<RequestRef>> groups = new LinkedHashMap<>();

    void add(Course.Remark remark, RequestRef request) {
        groups.computeIfAbsent(remark, none -> new ArrayList<>()).add(request);
    }

    /** The largest first. */
    List<WhatIf.Group> all() {
        return groups.entrySet().stream()
                .map(each ->
                        new WhatIf.Group(each.getKey().kind(), each.getKey().names(), List.copyOf(each.getValue())))
                .sorted(Comparator.comparingInt(
                        (WhatIf.Group group) -> -group.requests().size()))
                .toList();
    }
}
