package dev.baton.models;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A model and those that work on the same request with it: what calls it, and what all of these call. */
final class Family {

    private final Model model;
    private final Map<String, Model> known = new LinkedHashMap<>();
    private final Map<String, Model> members = new LinkedHashMap<>();

    Family(Model model, Surroundings around) {
        this.model = model;
        String key = model.keys().findFirst().orElse("");
        around.othersThan(key).forEach(other -> other.keys().forEach(its -> known.putIfAbsent(its, other)));
        known.put(key, model);
        callers(key).forEach(this::takeIn);
    }

    /** Every model of it, this one among them. */
    Stream<Model> members() {
        return members.values().stream();
    }

    /** Whether it is there to be called, and nothing that is known here calls it. */
    boolean lacksCallers() {
        return model.isCalled()
                && model.keys().noneMatch(key -> known.values().stream().anyMatch(other -> calls(other, key)));
    }

    /** The keys of the model itself, of what calls it, and so on. */
    private List<String> callers(String key) {
        List<String> found = new ArrayList<>(List.of(key));
        for (int i = 0; i < found.size(); i++) {
            String called = found.get(i);
            known.forEach((other, caller) -> {
                if (!found.contains(other) && calls(caller, called)) {
                    found.add(other);
                }
            });
        }
        return found;
    }

    private void takeIn(String key) {
        Deque<String> ahead = new ArrayDeque<>(List.of(key));
        while (!ahead.isEmpty()) {
            String next = ahead.remove();
            Optional.ofNullable(known.get(next))
                    .filter(member -> members.putIfAbsent(next, member) == null)
                    .ifPresent(member -> called(member).forEach(ahead::add));
        }
    }

    private static boolean calls(Model caller, String key) {
        return called(caller).anyMatch(key::equals);
    }

    private static Stream<String> called(Model caller) {
        return caller.all("callActivity").flatMap(call -> call.attribute("calledElement").stream());
    }
}
