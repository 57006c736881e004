package dev.baton.models;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What both versions offer people in the same words and keep under another name. */
final class Rekeyed {

    private Rekeyed() {}

    /** Keys of the later version and what they were in the earlier; without those that stayed. */
    static <T> Map<String, String> of(Map<String, T> before, Map<String, T> after, Function<T, String> words) {
        Map<String, String> rekeyed = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>(after.keySet());
        after.forEach((key, now) -> {
            if (!before.containsKey(key)) {
                before.entrySet().stream()
                        .filter(was -> !taken.contains(was.getKey()))
                        .filter(was -> words.apply(was.getValue()).equals(words.apply(now)))
                        .findFirst()
                        .ifPresent(was -> {
                            taken.add(was.getKey());
                            rekeyed.put(key, was.getKey());
                        });
            }
        });
        return rekeyed;
    }

    /** The earlier version under the keys of the later, in its own order. */
    static <T> Map<String, T> renamed(Map<String, T> before, Map<String, String> rekeyed) {
        Map<String, T> renamed = new LinkedHashMap<>();
        before.forEach((key, value) -> renamed.put(
                rekeyed.entrySet().stream()
                        .filter(each -> each.getValue().equals(key))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(key),
                value));
        return renamed;
    }
}
