package dev.baton.requests;

import dev.baton.shared.EmailAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a list shows; null leaves a question open.
 *
 * @param person asked for it or owns it
 * @param ownWorkflows keys of the workflows whose requests the person sees too
 * @param search part of the title or of the reference, in any case
 */
public record RequestFilter(
        @Nullable RequestState state,
        @Nullable String workflow,
        @Nullable String campaign,
        @Nullable EmailAddress person,
        Set<String> ownWorkflows,
        @Nullable String search) {

    /** Every request. */
    public static final RequestFilter ALL = new RequestFilter(null, null, null, null, Set.of(), null);

    Map<String, Object> restrict(StringBuilder where) {
        Map<String, Object> params = new HashMap<>();
        if (state != null) {
            where.append(
                    switch (state) {
                        case OPEN -> " and r.ended_at is null";
                        case DELIVERED -> " and r.ended_at is not null and r.closed_because is null";
                        case CLOSED -> " and r.closed_because is not null";
                    });
        }
        if (workflow != null) {
            where.append(" and r.workflow = :workflow");
            params.put("workflow", workflow);
        }
        if (campaign != null) {
            where.append(" and r.campaign = :campaign");
            params.put("campaign", campaign);
        }
        if (person != null) {
            where.append(" and (r.requester = :person or r.owner = :person");
            params.put("person", person.value());
            if (!ownWorkflows.isEmpty()) {
                where.append(" or r.workflow in (:own)");
                params.put("own", ownWorkflows);
            }
            where.append(")");
        }
        if (search != null && !search.isBlank()) {
            where.append(" and (lower(r.title) like :search or lower(r.ref) like :search)");
            params.put("search", "%" + search.strip().toLowerCase(java.util.Locale.ROOT) + "%");
        }
        return params;
    }
}
