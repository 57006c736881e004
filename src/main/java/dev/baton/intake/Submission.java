package dev.baton.intake;

import dev.baton.models.Workflow;
import dev.baton.requests.NewFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Work asked for with a form or by a program, as it was filled in.
 *
 * @param form id of the form that was sent; the same form opens one request however often it is sent. Null for a program
 * @param requester address of who asks
 * @param campaign empty if it is part of none
 * @param brief answers as text, by field of the workflow's form
 */
public record Submission(
        Workflow workflow,
        @Nullable String form,
        String title,
        String requester,
        String requesterName,
        String campaign,
        Map<String, String> brief,
        List<NewFile> files) {

    /** Takes the text without characters that no database keeps. */
    public Submission {
        title = plain(title);
        requester = plain(requester);
        requesterName = plain(requesterName);
        campaign = plain(campaign);
        Map<String, String> answers = new LinkedHashMap<>();
        brief.forEach((field, answer) -> answers.put(field, plain(answer)));
        brief = answers;
        files = List.copyOf(files);
    }

    private static String plain(String text) {
        return text.replace("\0", "").strip();
    }
}
