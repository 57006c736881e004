package dev.baton.benchmark;

import java.util.List;
import java.util.Locale;

/** What it costs to write facts beside the engine's own history, when a task is completed. */
final class CostOfFacts {

    private CostOfFacts() {}

    static void run(String kind) {
        List<String> database = Store.empty(kind).properties().entrySet().stream()
                .map(each -> "--" + each.getKey() + "=" + each.getValue())
                .toList();
        List<String> said = Forked.run(FactCost.class, database);
        double bare = number(said, "bare ");
        double facts = number(said, "facts ");
        System.out.printf(
                Locale.ROOT,
                "facts    %-8s completing a task, median: %.2f ms with the engine's history alone, %.2f ms with facts; ratio %.2f (at most 1.15)%n",
                kind,
                bare,
                facts,
                facts / bare);
    }

    private static double number(List<String> said, String what) {
        return said.stream()
                .filter(line -> line.startsWith(what))
                .mapToDouble(line -> Double.parseDouble(line.substring(what.length())))
                .findFirst()
                .orElseThrow();
    }
}
