package dev.baton.tasks;

import dev.baton.requests.BriefRows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the mails about tasks may name; the fields are explained in {@code mail-templates/README.md}. */
final class MailModels {

    private MailModels() {}

    record OutcomeButton(String value, String label, boolean asksComment, String url) {}

    record AttachedFile(String name, String size, String url) {}

    /** The mail {@code undeliverable}. */
    record Undeliverable(
            String personName,
            String address,
            String taskName,
            String title,
            @Nullable String said,
            @Nullable String dueText,
            String triedAgain,
            String url,
            String statusUrl) {}

    /** The mail {@code away}. */
    record Away(
            String personName,
            @Nullable String untilText,
            String taskName,
            String title,
            @Nullable String dueText,
            @Nullable String note,
            boolean sure,
            @Nullable String substituteName,
            String url,
            List<AlsoStalled> others,
            String statusUrl) {}

    /** Another task of whoever is away. */
    record AlsoStalled(
            String taskName, String title, @Nullable String dueText, String url) {}

    /** The mails {@code task}, {@code reminder}, {@code substitute} and {@code handed-over}. */
    record TaskMail(
            String personName,
            String sentence,
            String taskName,
            String actionUrl,
            List<OutcomeButton> outcomes,
            List<BriefRows.Row> brief,
            List<AttachedFile> files,
            TaskSheet.@Nullable LastSaid lastSaid,
            @Nullable String dueText,
            @Nullable String help,
            String statusUrl,
            String why,
            boolean overdue,
            @Nullable String awayName,
            @Nullable String awayUntil,
            @Nullable String fromName,
            @Nullable String note) {

        /** The same as a reminder. */
        TaskMail reminding(String due, boolean late) {
            return new TaskMail(
                    personName,
                    due,
                    taskName,
                    actionUrl,
                    outcomes,
                    brief,
                    files,
                    lastSaid,
                    dueText,
                    help,
                    statusUrl,
                    why,
                    late,
                    awayName,
                    awayUntil,
                    fromName,
                    note);
        }

        /** The same for whoever stands in. */
        TaskMail insteadOf(String away, @Nullable String until) {
            return new TaskMail(
                    personName,
                    sentence,
                    taskName,
                    actionUrl,
                    outcomes,
                    brief,
                    files,
                    lastSaid,
                    dueText,
                    help,
                    statusUrl,
                    why,
                    overdue,
                    away,
                    until,
                    fromName,
                    note);
        }

        /** The same, given by a colleague. */
        TaskMail from(String giver, @Nullable String words) {
            return new TaskMail(
                    personName,
                    sentence,
                    taskName,
                    actionUrl,
                    outcomes,
                    brief,
                    files,
                    lastSaid,
                    dueText,
                    help,
                    statusUrl,
                    why,
                    overdue,
                    awayName,
                    awayUntil,
                    giver,
                    words);
        }
    }

    /**
     * A task in a list of tasks.
     *
     * @param dueText until when, short; null if nobody promised
     * @param late whether that has passed
     * @param outcomes empty where nothing is decided by this person
     * @param fromName who wrote something to this person with the task; null if nobody did
     * @param note what they wrote, word for word
     */
    record ListedTask(
            String title,
            String reference,
            String sentence,
            @Nullable String dueText,
            boolean late,
            String actionUrl,
            List<OutcomeButton> outcomes,
            @Nullable String fromName,
            @Nullable String note) {}

    /**
     * What a mail would have said.
     *
     * @param said what somebody wrote, if that is what it passed on
     */
    record ListedNews(
            String reference, String sentence, @Nullable String said, String url) {}

    /**
     * The mail {@code digest}.
     *
     * @param more how many tasks there was no room for; they are at {@code workUrl}
     * @param unshown how many tasks could not be shown
     */
    record DigestMail(
            String title,
            String sentence,
            List<ListedTask> decisions,
            List<ListedTask> work,
            List<ListedTask> standing,
            List<ListedNews> asked,
            List<ListedNews> news,
            List<ListedTask> today,
            int more,
            int unshown,
            String workUrl,
            String why) {}

    /**
     * The mail {@code which-task}.
     *
     * @param unshown how many tasks could not be shown; they are at {@code workUrl}
     */
    record WhichTask(
            List<ListedTask> tasks,
            int unshown,
            String workUrl,
            @Nullable String said) {}

    record Escalation(
            String personName,
            String taskName,
            String title,
            String since,
            @Nullable String dueText,
            @Nullable String promisedAt,
            String url,
            String statusUrl) {}

    record DecisionRecorded(
            String taskName,
            String outcomeLabel,
            @Nullable String comment,
            @Nullable String next,
            @Nullable String undoUrl,
            @Nullable String undoUntil,
            String statusUrl) {}

    record AskAgain(
            String taskName,
            String question,
            List<OutcomeButton> outcomes,
            String actionUrl,
            @Nullable String said,
            String statusUrl) {}

    record ConfirmAnswer(
            String taskName,
            String writtenFrom,
            String outcomeLabel,
            String confirmUrl,
            String actionUrl,
            @Nullable String said,
            String statusUrl) {}

    record NotYours(
            String taskName,
            @Nullable String holderName,
            @Nullable String decided,
            @Nullable String said,
            @Nullable String statusUrl) {}

    record PromiseMoved(
            String title,
            String who,
            @Nullable String firstText,
            String beforeText,
            String nowText,
            @Nullable String reason,
            String statusUrl) {}

    record Blocked(
            String waitingName,
            String taskName,
            String title,
            @Nullable String reason,
            @Nullable String waitedFor,
            @Nullable String dueText,
            @Nullable String url,
            @Nullable String statusUrl) {}

    /** The mail {@code waits}. */
    record Waits(String taskName, String title, String waitedFor, String url, String statusUrl) {}

    /**
     * The mail {@code can-go-on}.
     *
     * @param stillWaitsOn for whom or what it waits all the same; null if for nothing
     */
    record CanGoOn(
            String taskName,
            String title,
            String waitedFor,
            @Nullable String stillWaitsOn,
            @Nullable String dueText,
            String url,
            String statusUrl) {}

    /** The mail {@code goes-on}. */
    record GoesOn(String title, String waitedFor, @Nullable String stillWaitsOn, String statusUrl) {}

    /**
     * The mail {@code waits-in-vain}.
     *
     * @param taskName null for whoever answers for the request
     * @param reason why the other one was closed; null for whoever may not read it
     * @param goesOnIn the request in which its work goes on; null where it does not
     */
    record WaitsInVain(
            @Nullable String taskName,
            String title,
            String waitedFor,
            @Nullable String reason,
            @Nullable String goesOnIn,
            String ownerName,
            String url,
            String statusUrl) {}

    record Message(
            String senderName,
            @Nullable String doubt,
            String when,
            String text,
            List<AttachedFile> files,
            String title,
            @Nullable String statusUrl) {}
}
