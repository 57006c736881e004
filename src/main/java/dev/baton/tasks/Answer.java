package dev.baton.tasks;

import dev.baton.models.Outcome;
import dev.baton.requests.NewFile;
import dev.baton.shared.EmailAddress;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answers to a task.
 *
 * @param outcome value of the outcome; empty if none was named
 * @param comment in their own words; empty if there is none
 * @param form the task's form as it was filled in, as text, by field
 * @param by who decides
 * @param forWhom whose task it is, where somebody decides in another's place
 * @param evidence how we know, in words
 * @param files that came with it, to be kept with the request
 * @param inConversation whether the words stand in the conversation already, as the mail they came in
 */
public record Answer(
        String outcome,
        String comment,
        Map<String, String> form,
        EmailAddress by,
        @Nullable EmailAddress forWhom,
        String evidence,
        List<NewFile> files,
        boolean inConversation) {

    /** The comment, or where an outcome wants one the names of the files that came in its place; empty if neither came. */
    String comment(Outcome chosen) {
        return chosen.asksComment() && comment.isBlank()
                ? files.stream().map(NewFile::name).collect(Collectors.joining(", "))
                : comment.strip();
    }
}
