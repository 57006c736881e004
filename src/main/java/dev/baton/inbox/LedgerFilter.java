package dev.baton.inbox;

import dev.baton.shared.RequestRef;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which entries a list shows; null leaves a question open.
 *
 * @param state only entries in this state
 * @param request only entries of this request
 * @param words each of them in the sender's address, the subject or as the reference; in any case
 * @param from only what arrived at this moment or later
 * @param until only what arrived before this moment
 * @param workflows only entries of these workflows, and quarantined ones that name no workflow
 */
public record LedgerFilter(
        @Nullable LedgerState state,
        @Nullable RequestRef request,
        @Nullable String words,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Set<String> workflows) {

    private static final int MOST_WORDS = 6;

    /** Every entry. */
    public static LedgerFilter all() {
        return new LedgerFilter(null, null, null, null, null, null);
    }

    /** Entries in this state. */
    public static LedgerFilter in(LedgerState state) {
        return all().with(state);
    }

    /** Entries of this request. */
    public static LedgerFilter of(RequestRef request) {
        return new LedgerFilter(null, request, null, null, null, null);
    }

    /** The same for this state. */
    public LedgerFilter with(@Nullable LedgerState other) {
        return new LedgerFilter(other, request, words, from, until, workflows);
    }

    /** The same for whoever sees these workflows only; null sees all. */
    public LedgerFilter seenBy(@Nullable Set<String> own) {
        return new LedgerFilter(state, request, words, from, until, own);
    }

    /** Writes the conditions and says with which values. */
    Map<String, Object> restrict(StringBuilder where) {
        Map<String, Object> values = new HashMap<>();
        if (state != null) {
            where.append(" and l.state = :state");
            values.put("state", state.word());
        }
        if (request != null) {
            where.append(" and l.request = :request");
            values.put("request", request.toString());
        }
        if (from != null) {
            where.append(" and l.received_at >= :from");
            values.put("from", from.atOffset(ZoneOffset.UTC));
        }
        if (until != null) {
            where.append(" and l.received_at < :until");
            values.put("until", until.atOffset(ZoneOffset.UTC));
        }
        restrictWords(where, values);
        restrictWorkflows(where, values);
        return values;
    }

    private void restrictWords(StringBuilder where, Map<String, Object> values) {
        List<String> wanted = Stream.ofNullable(words)
                .flatMap(text -> Stream.of(text.replace("\0", "").strip().split("\\s+")))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        for (int i = 0; i < wanted.size(); i++) {
            where.append(" and (lower(l.subject) like :word%1$d escape '!' or lower(l.sender) like :word%1$d escape '!'"
                            .formatted(i))
                    .append(" or l.request = :ref")
                    .append(i)
                    .append(")");
            String lower = wanted.get(i).toLowerCase(Locale.ROOT);
            values.put(
                    "word" + i,
                    "%" + lower.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
            values.put("ref" + i, wanted.get(i).toUpperCase(Locale.ROOT));
        }
    }

    private void restrictWorkflows(StringBuilder where, Map<String, Object> values) {
        if (workflows != null) {
            where.append(" and (l.workflow is null and l.state = 'quarantined'");
            if (!workflows.isEmpty()) {
                where.append(" or l.workflow in (:workflows)");
                values.put("workflows", workflows);
            }
            where.append(")");
        }
    }
}
