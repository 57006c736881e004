package dev.baton.requests;

import dev.baton.shared.EmailAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a list shows; null leaves a question open.
 *
 * @param reader whose requests, if not everybody's
 * @param search part of the title or of the reference, in any case
 */
public record RequestFilter(
        @Nullable RequestState state,
        @Nullable String workflow,
        @Nullable String campaign,
        @Nullable Reader reader,
        @Nullable String search) {

    /**
     * Sees what the person asked for, owns or takes part in, and all requests of some workflows.
     *
     * @param workflows keys of the workflows that are the person's own
     */
    public record Reader(EmailAddress person, Set<String> workflows) {}

    /** What the person asked for, owns or takes part in. */
    public static RequestFilter of(EmailAddress person, @Nullable RequestState state) {
        return new RequestFilter(state, null, null, new Reader(person, Set.of()), null);
    }

    /** Every request. */
    public static final RequestFilter ALL = new RequestFilter(null, null, null, null, null);

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
        if (reader != null) {
            where.append(" and (r.requester = :reader or r.owner = :reader"
                    + " or exists (select 1 from request_participant p where p.ref = r.ref and p.person = :reader)");
            params.put("reader", reader.person().value());
            if (!reader.workflows().isEmpty()) {
                where.append(" or r.workflow in (:own)");
                params.put("own", reader.workflows());
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
