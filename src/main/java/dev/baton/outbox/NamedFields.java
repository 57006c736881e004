package dev.baton.outbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Made-up fields of a mail, which note what a template asks of them and they do not have. */
final class NamedFields extends LinkedHashMap<String, @Nullable Object> {

    private static final long serialVersionUID = 1L;

    private final transient Set<String> unknown;

    NamedFields(Map<String, ? extends @Nullable Object> fields, Set<String> unknown) {
        super(fields);
        this.unknown = unknown;
    }

    @Override
    public @Nullable Object get(Object name) {
        if (!containsKey(name)) {
            unknown.add(String.valueOf(name));
        }
        return super.get(name);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
