package dev.baton.requests;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided on a task.
 *
 * @param processId the process instance the task belonged to
 * @param round the same for all votes of one pass; null for a task of its own
 * @param outcome the model's word, {@code approve}
 * @param label the word on the button, "Approve"
 * @param remark the comment; empty if there was none
 * @param forWhom whose task it was, where somebody decided in another's place
 * @param evidence how we know, in words: by link, by answer of which mail
 */
public record Decision(
        String taskId,
        RequestRef request,
        String processId,
        @Nullable String round,
        String taskName,
        String outcome,
        String label,
        String remark,
        EmailAddress by,
        @Nullable EmailAddress forWhom,
        Instant at,
        String evidence) {}
