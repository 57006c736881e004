package dev.baton.tasks.web;

import dev.baton.models.Outcome;
import dev.baton.models.Workflows;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.tasks.ActionLinks;
import dev.baton.tasks.HandOver;
import dev.baton.tasks.Task;
import dev.baton.tasks.Tasks;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * An open task as the API gives it.
 *
 * @param person who has it; the first of them where it is with several, or the one who was asked for
 * @param people everybody who has it
 * @param url where this person decides
 */
record TaskJson(
        String id,
        RequestRef request,
        String name,
        @Nullable EmailAddress person,
        List<EmailAddress> people,
        @Nullable Instant dueAt,
        List<Outcome> outcomes,
        Instant openedAt,
        boolean late,
        @Nullable String url) {

    /** Writes tasks that way. */
    @Component
    static class Writer {

        private final Tasks tasks;
        private final Workflows workflows;
        private final ActionLinks links;
        private final Clock clock;

        Writer(Tasks tasks, Workflows workflows, ActionLinks links, Clock clock) {
            this.tasks = tasks;
            this.workflows = workflows;
            this.links = links;
            this.clock = clock;
        }

        TaskJson of(Task task, @Nullable EmailAddress asked) {
            List<HandOver> holders = tasks.holders(task.id());
            Optional<HandOver> shown = asked == null ? holders.stream().findFirst() : tasks.handOver(task.id(), asked);
            return new TaskJson(
                    task.id(),
                    task.request(),
                    task.name(),
                    shown.map(HandOver::person).orElse(null),
                    holders.stream().map(HandOver::person).toList(),
                    task.dueAt(),
                    workflows.task(task.definitionId(), task.key()).outcomes(),
                    task.openedAt(),
                    task.late(clock.instant()),
                    shown.map(links::url).orElse(null));
        }
    }
}
