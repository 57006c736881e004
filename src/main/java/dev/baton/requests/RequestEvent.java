package dev.baton.requests;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened to a request, told in the transaction in which it is written down. */
public sealed interface RequestEvent {

    RequestRef request();

    Instant at();

    /**
     * Somebody asked for work.
     *
     * @param definitionId the version of the workflow it follows; null while its brief is incomplete
     * @param madeUp whether it is example data
     */
    record Opened(
            RequestRef request, String workflow, @Nullable String definitionId, boolean madeUp, Instant at)
            implements RequestEvent {}

    /** Work began, or goes on, in this version of the workflow. */
    record InVersion(RequestRef request, String definitionId, Instant at) implements RequestEvent {}

    /** A team is in charge of it from now on. */
    record InTeam(RequestRef request, String team, Instant at) implements RequestEvent {}

    /** It is over, delivered or closed. */
    record Ended(RequestRef request, boolean delivered, Instant at) implements RequestEvent {}

    /**
     * Somebody stands for a date.
     *
     * @param taskId the task it is for; null for the whole request
     * @param moved whether a date that held before was given up for it with a reason
     */
    record Promised(
            RequestRef request, @Nullable String taskId, Instant due, EmailAddress by, boolean moved, Instant at)
            implements RequestEvent {}

    /** Somebody decided on a task. */
    record Decided(Decision decision) implements RequestEvent {

        @Override
        public RequestRef request() {
            return decision.request();
        }

        @Override
        public Instant at() {
            return decision.at();
        }
    }

    /** Somebody wrote about it. */
    record Wrote(RequestRef request, EmailAddress author, String text, Instant at) implements RequestEvent {}

    /** Something holds it, or one of its tasks, up. */
    record Blocked(RequestRef request, @Nullable String taskId, EmailAddress by, Instant at) implements RequestEvent {}
}
