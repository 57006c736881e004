package dev.baton.bench.rehearsal;

import dev.baton.engine.FormField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The briefs that are tried: the sample, and what else can be chosen in it, with few changes first. */
final class Variants {

    private static final int MOST = 48;

    private Variants() {}

    /** What differs from the sample, by field; the first is empty. */
    static List<Map<String, String>> of(List<FormField> brief) {
        List<Map<String, String>> variants = new ArrayList<>(List.of(Map.of()));
        for (FormField field : brief) {
            List<Map<String, String>> more = new ArrayList<>();
            for (String choice : choices(field)) {
                if (!choice.equals(String.valueOf(field.value()))) {
                    variants.forEach(variant -> more.add(with(variant, field.id(), choice)));
                }
            }
            variants.addAll(more);
            variants.sort(Comparator.comparingInt(Map::size));
            variants.subList(Math.min(MOST, variants.size()), variants.size()).clear();
        }
        return List.copyOf(variants);
    }

    private static Collection<String> choices(FormField field) {
        return switch (field.type()) {
            case ENUM -> field.choices().keySet();
            case BOOLEAN -> Set.of("true", "false");
            default -> Set.of();
        };
    }

    private static Map<String, String> with(Map<String, String> variant, String field, String choice) {
        Map<String, String> more = new HashMap<>(variant);
        more.put(field, choice);
        return Map.copyOf(more);
    }
}
