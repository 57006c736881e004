package dev.baton.metrics;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a question is about.
 *
 * @param workflows the keys of their workflows; null for every workflow there is or was
 * @param campaign what they are part of, whatever the case of its letters; null for all, part of something or not
 */
public record Scope(
        @Nullable Set<String> workflows, @Nullable String campaign) {

    /** Every request. */
    public static final Scope ALL = new Scope(null);

    public Scope {
        workflows = workflows == null ? null : Set.copyOf(workflows);
    }

    /** All requests of these workflows. */
    public Scope(@Nullable Set<String> workflows) {
        this(workflows, null);
    }

    /** One workflow. */
    public static Scope of(String workflow) {
        return new Scope(Set.of(workflow));
    }

    /** Of the same workflows what is part of this campaign. */
    public Scope ofCampaign(String name) {
        return new Scope(workflows, name);
    }

    /** Whether a request of this workflow may be among them. */
    public boolean has(String workflow) {
        return workflows == null || workflows.contains(workflow);
    }

    /** Whether a request of this workflow and this campaign, if it has one, is among them. */
    boolean has(String workflow, @Nullable String ofCampaign) {
        return has(workflow) && (campaign == null || campaign.equalsIgnoreCase(ofCampaign));
    }
}
