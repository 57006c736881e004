package dev.baton.bench.rehearsal;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.util.DigestUtils;
import org.springframework.util.function.SingletonSupplier;

/**
 * What is rehearsed: one workflow, and all models that it calls.
 *
 * @param workflow key of the workflow
 * @param files models and decision tables, by the key of what is in them and their ending
 * @param elements what stands in them
 * @param usual how people mostly decided until now, by the task's id; empty where nobody did
 */
public record Piece(
        String workflow, Map<String, byte[]> files, Supplier<Elements> elements, Map<String, String> usual) {

    private static final String TABLE = ".dmn";

    /** The workflow with all that it calls, and what that calls, out of these files. */
    static Piece of(String workflow, Map<String, byte[]> all, Map<String, String> usual) {
        Map<String, byte[]> needed = new TreeMap<>();
        Deque<String> wanted = new ArrayDeque<>(List.of(workflow + ".bpmn"));
        while (!wanted.isEmpty()) {
            String file = wanted.removeFirst();
            byte[] bytes = all.get(file);
            if (bytes == null) {
                addTable(file, all, needed);
            } else if (needed.put(file, bytes) == null) {
                wanted.addAll(Elements.in(List.of(bytes)).called());
            }
        }
        return new Piece(
                workflow,
                Collections.unmodifiableMap(needed),
                SingletonSupplier.of(() -> Elements.in(needed.values())),
                usual);
    }

    /** A file of decision tables is named after the first of them; this may be another. */
    private static void addTable(String wanted, Map<String, byte[]> all, Map<String, byte[]> needed) {
        if (wanted.endsWith(TABLE)) {
            String key = wanted.substring(0, wanted.length() - TABLE.length());
            all.forEach((file, bytes) -> {
                if (file.endsWith(TABLE) && Elements.in(List.of(bytes)).has(key)) {
                    needed.put(file, bytes);
                }
            });
        }
    }

    /** The names of files that it calls and does not have. */
    Set<String> missing() {
        Set<String> missing = elements.get().called();
        missing.removeAll(files.keySet());
        return missing;
    }

    /** The same for equal files. */
    public String digest() {
        return workflow + " " + new TreeMap<>(usual) + " "
                + files.entrySet().stream()
                        .map(file -> file.getKey() + " " + DigestUtils.md5DigestAsHex(file.getValue()))
                        .collect(Collectors.joining(" "));
    }
}
