package dev.baton.tasks;

import dev.baton.models.Outcome;
import dev.baton.models.TaskDetails;
import dev.baton.people.Person;
import dev.baton.requests.BriefRows;
import dev.baton.requests.Request;
import dev.baton.requests.StoredFile;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that a person needs to do a task, the same in the mail and on the page.
 *
 * @param sentence who wants what from whom until when
 * @param due until when, in full and in the reader's zone; null if nobody promised
 * @param dueBrief the same for a subject
 * @param files of the request, oldest first
 * @param lastSaid what somebody else wrote last; null if nobody did
 * @param why why it came to this person
 */
public record TaskSheet(
        Task task,
        Request request,
        HandOver handOver,
        Person reader,
        TaskDetails details,
        String sentence,
        @Nullable String due,
        @Nullable String dueBrief,
        List<BriefRows.Row> brief,
        List<StoredFile> files,
        @Nullable LastSaid lastSaid,
        String why) {

    /** What somebody wrote about the request, and when. */
    public record LastSaid(String who, String when, String text) {}

    /** What can be decided, in the order of the buttons. */
    public List<Outcome> outcomes() {
        return details.outcomes();
    }

    /** The outcome with this value, if the model has it. */
    public Optional<Outcome> outcome(@Nullable String value) {
        return outcomes().stream()
                .filter(outcome -> outcome.value().equals(value))
                .findFirst();
    }

    /** The task with what it is about: "Approve the copy: Spring sale". */
    public String title() {
        return task.name() + ": " + request.title();
    }
}
