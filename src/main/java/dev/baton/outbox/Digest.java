package dev.baton.outbox;

import dev.baton.shared.RequestRef;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one person is told in one mail.
 *
 * @param model what the template {@code digest} may name; null if there is nothing to say, and then no mail goes
 * @param notNeeded numbers of held mails that nobody needs any more; all others count as told
 * @param about the requests it speaks of
 * @param broken how many tasks it should list and could not
 */
public record Digest(@Nullable Object model, Set<Long> notNeeded, Set<RequestRef> about, int broken) {

    /** The template that all digests are made from. */
    public static final String TEMPLATE = "digest";
}
