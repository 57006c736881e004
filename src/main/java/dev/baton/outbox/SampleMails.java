package dev.baton.outbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Made-up fields for each standard mail, from {@code outbox/sample-mails.json}. A mail with several faces has one sample
 * for each: {@code away}, {@code away.unknown}.
 */
@Component
class SampleMails {

    private static final String FILE = "outbox/sample-mails.json";

    /** Templates that other templates take their parts from. */
    private static final Set<String> PARTS = Set.of("layout", "parts");

    private final Map<String, Map<String, @Nullable Object>> samples;

    SampleMails(JsonMapper json) {
        try (InputStream file = new ClassPathResource(FILE).getInputStream()) {
            samples =
                    json.readValue(file, new TypeReference<LinkedHashMap<String, Map<String, @Nullable Object>>>() {});
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The samples of this mail; none if it is no standard mail. */
    List<String> faces(String template) {
        return samples.keySet().stream()
                .filter(face -> face.equals(template) || face.startsWith(template + "."))
                .toList();
    }

    static boolean isPart(String template) {
        return PARTS.contains(template);
    }

    /** @param unknown takes the names that a template asks for and that are not there */
    NamedFields fields(String face, Set<String> unknown) {
        return named(samples.getOrDefault(face, Map.of()), unknown);
    }

    /** What every mail of an owner's own may name, and the answers and inputs that its workflow gives it. */
    NamedFields ownFields(Set<String> given, Set<String> unknown) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        given.forEach(name -> fields.put(name, "(" + name + ")"));
        fields.putAll(samples.getOrDefault("task", Map.of()));
        Map<String, @Nullable Object> asked = samples.getOrDefault("acknowledgement", Map.of());
        for (String name : List.of("reference", "title", "requesterName", "ownerName")) {
            fields.put(name, asked.get(name));
        }
        return named(fields, unknown);
    }

    /** What a mail step gives its mail (see ModelMail), and the inputs of the step. */
    NamedFields stepFields(Set<String> given, Set<String> unknown) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        given.forEach(name -> fields.put(name, "(" + name + ")"));
        Map<String, @Nullable Object> asked = samples.getOrDefault("acknowledgement", Map.of());
        for (String name : List.of("reference", "title", "requesterName", "ownerName", "statusUrl", "brief")) {
            fields.put(name, asked.get(name));
        }
        fields.put("personName", asked.get("requesterName"));
        return named(fields, unknown);
    }

    private static NamedFields named(Map<String, ? extends @Nullable Object> fields, Set<String> unknown) {
        NamedFields named = new NamedFields(Map.of(), unknown);
        fields.forEach((name, value) -> named.put(name, inside(value, unknown)));
        return named;
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Object inside(@Nullable Object value, Set<String> unknown) {
        if (value instanceof Map<?, ?> fields) {
            return named((Map<String, @Nullable Object>) fields, unknown);
        }
        return value instanceof List<?> list
                ? list.stream().map(each -> inside(each, unknown)).toList()
                : value;
    }
}
