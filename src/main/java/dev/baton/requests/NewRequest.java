package dev.baton.requests;

import dev.baton.engine.FormField;
import dev.baton.models.Workflow;
import dev.baton.shared.EmailAddress;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Work that somebody asks for.
 *
 * @param brief what is known, by field of the workflow's form, of the field's type
 * @param missing the required fields that nobody has answered yet; empty if work can begin
 * @param message the mail that asked, the first of the conversation; null for a form
 * @param files what came with it
 * @param note what whoever asked should know of how it was taken, in a sentence; null if nothing
 */
public record NewRequest(
        Workflow workflow,
        String title,
        EmailAddress requester,
        String requesterName,
        @Nullable String campaign,
        Map<String, Object> brief,
        List<FormField> missing,
        @Nullable IncomingMessage message,
        List<NewFile> files,
        @Nullable String note,
        boolean madeUp) {

    /** Work asked for by a person, here and now. */
    public static NewRequest of(Workflow workflow, String title, EmailAddress requester, String requesterName) {
        return new NewRequest(
                workflow, title, requester, requesterName, null, Map.of(), List.of(), null, List.of(), null, false);
    }

    /** The same with this brief, of which these fields are still missing. */
    public NewRequest with(Map<String, Object> known, List<FormField> stillMissing) {
        return new NewRequest(
                workflow, title, requester, requesterName, campaign, known, stillMissing, message, files, note, madeUp);
    }

    /** The same as part of a campaign; an empty name is none. */
    public NewRequest inCampaign(@Nullable String name) {
        String part = name == null || name.isBlank() ? null : name.strip();
        return new NewRequest(
                workflow, title, requester, requesterName, part, brief, missing, message, files, note, madeUp);
    }

    /** The same, asked for in this mail. */
    public NewRequest askedIn(IncomingMessage mail) {
        return new NewRequest(
                workflow, title, requester, requesterName, campaign, brief, missing, mail, files, note, madeUp);
    }

    /** The same with these files, which are there for whoever gets the first task. */
    public NewRequest bringing(List<NewFile> added) {
        return new NewRequest(
                workflow,
                title,
                requester,
                requesterName,
                campaign,
                brief,
                missing,
                message,
                List.copyOf(added),
                note,
                madeUp);
    }

    /** The same with this said to whoever asked. */
    public NewRequest noting(@Nullable String sentence) {
        return new NewRequest(
                workflow, title, requester, requesterName, campaign, brief, missing, message, files, sentence, madeUp);
    }

    /** The same as an example that nobody asked for. */
    public NewRequest asExample() {
        return new NewRequest(
                workflow, title, requester, requesterName, campaign, brief, missing, message, files, note, true);
    }
}
