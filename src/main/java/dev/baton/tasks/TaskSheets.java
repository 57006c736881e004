package dev.baton.tasks;

import dev.baton.models.TaskDetails;
import dev.baton.models.Workflows;
import dev.baton.people.Moments;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.requests.BriefRows;
import dev.baton.requests.Conversation;
import dev.baton.requests.Request;
import dev.baton.requests.RequestFiles;
import dev.baton.requests.WithoutLinks;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what a person needs to do a task. */
@Component
class TaskSheets {

    private final Workflows workflows;
    private final BriefRows brief;
    private final RequestFiles files;
    private final Conversation conversation;
    private final WithoutLinks withoutLinks;
    private final People people;
    private final Moments moments;
    private final TaskWords words;

    TaskSheets(
            Workflows workflows,
            BriefRows brief,
            RequestFiles files,
            Conversation conversation,
            WithoutLinks withoutLinks,
            People people,
            Moments moments,
            TaskWords words) {
        this.workflows = workflows;
        this.brief = brief;
        this.files = files;
        this.conversation = conversation;
        this.withoutLinks = withoutLinks;
        this.people = people;
        this.moments = moments;
        this.words = words;
    }

    TaskSheet of(Task task, Request request, HandOver handOver) {
        Person reader = people.personOrStranger(handOver.person());
        TaskDetails details = workflows.task(task.definitionId(), task.key());
        Instant due = task.dueAt();
        return new TaskSheet(
                task,
                request,
                handOver,
                reader,
                details,
                words.asked(task, request, handOver),
                due == null ? null : moments.full(due, reader.zone()),
                due == null ? null : moments.brief(due, reader.zone()),
                brief.of(request),
                files.of(request.ref()),
                lastSaid(request, reader),
                words.why(handOver));
    }

    private TaskSheet.@Nullable LastSaid lastSaid(Request request, Person reader) {
        return conversation
                .lastByOthers(request.ref(), reader.address())
                .map(last -> new TaskSheet.LastSaid(
                        last.name().isBlank() ? words.name(last.author()) : last.name(),
                        moments.full(last.writtenAt(), reader.zone()),
                        withoutLinks.in(last.text())))
                .orElse(null);
    }
}
