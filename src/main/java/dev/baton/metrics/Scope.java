package dev.baton.metrics;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which workflows a question is about.
 *
 * @param workflows their keys; null for every workflow there is or was
 */
public record Scope(@Nullable Set<String> workflows) {

    /** Every workflow. */
    public static final Scope ALL = new Scope(null);

    public Scope {
        workflows = workflows == null ? null : Set.copyOf(workflows);
    }

    /** One workflow. */
    public static Scope of(String workflow) {
        return new Scope(Set.of(workflow));
    }

    public boolean has(String workflow) {
        return workflows == null || workflows.contains(workflow);
    }
}
