package dev.baton.metrics;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a question is about.
 *
 * @param workflows the keys of their workflows; null for every workflow there is or was
 * @param campaign what they are part of, whatever the case of its letters; null for all, part of something or not
 * @param team which team they were with at the question's moment, whatever the case of its letters; null for all
 * @param version which version of their workflow they were in at the question's moment, from 1; null for all
 */
public record Scope(
        @Nullable Set<String> workflows,
        @Nullable String campaign,
        @Nullable String team,
        @Nullable Integer version) {

    /** Every request. */
    public static final Scope ALL = new Scope(null);

    public Scope {
        workflows = workflows == null ? null : Set.copyOf(workflows);
    }

    /** All requests of these workflows. */
    public Scope(@Nullable Set<String> workflows) {
        this(workflows, null, null, null);
    }

    /** One workflow. */
    public static Scope of(String workflow) {
        return new Scope(Set.of(workflow));
    }

    /** Of the same workflows what is part of this campaign. */
    public Scope ofCampaign(String name) {
        return new Scope(workflows, name, team, version);
    }

    /** Of the same requests those that are with this team. */
    public Scope ofTeam(String key) {
        return new Scope(workflows, campaign, key, version);
    }

    /** Of the same requests those that are in this version of their workflow. */
    public Scope ofVersion(int number) {
        return new Scope(workflows, campaign, team, number);
    }

    /** Whether a request of this workflow may be among them. */
    public boolean has(String workflow) {
        return workflows == null || workflows.contains(workflow);
    }

    /** Whether a request of this workflow and this campaign, if it has one, is among them. */
    boolean has(String workflow, @Nullable String ofCampaign) {
        return has(workflow) && (campaign == null || campaign.equalsIgnoreCase(ofCampaign));
    }

    /** Whether a request with this team, if it is with one, and in this version, if it has begun, is among them. */
    boolean hasIn(@Nullable String ofTeam, @Nullable Integer ofVersion) {
        return (team == null || team.equalsIgnoreCase(ofTeam)) && (version == null || version.equals(ofVersion));
    }
}
