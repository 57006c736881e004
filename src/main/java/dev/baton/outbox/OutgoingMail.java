package dev.baton.outbox;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one mail says and to whom.
 *
 * @param to the one person it goes to
 * @param template the file in {@code mail-templates} without {@code .html}
 * @param model what the template may name: a record, or a map with text keys
 * @param request the request it belongs to; gives the subject its reference and the mail its thread
 * @param replyTo where an answer goes; the intake address where it is null
 * @param references Message-IDs with their angle brackets, newest last, may be empty; the mail answers the newest
 * @param attachments files that go with it
 * @param picture what it shows among its words; null for none. Only templates that name it show it
 * @param kind how long it may wait for its reader
 * @param neededBy when its reader has to be done; null where nobody said
 */
public record OutgoingMail(
        EmailAddress to,
        String template,
        Object model,
        @Nullable RequestRef request,
        @Nullable EmailAddress replyTo,
        List<String> references,
        List<OutgoingAttachment> attachments,
        @Nullable MailPicture picture,
        MailKind kind,
        @Nullable Instant neededBy) {

    public OutgoingMail {
        references = List.copyOf(references);
        attachments = List.copyOf(attachments);
    }

    /** A mail that belongs to no request and answers none. */
    public static OutgoingMail to(EmailAddress to, String template, Object model) {
        return new OutgoingMail(
                to, template, model, null, null, List.of(), List.of(), null, MailKind.of(template), null);
    }

    /** The same mail, as part of this request's conversation. */
    public OutgoingMail about(RequestRef ref) {
        return new OutgoingMail(to, template, model, ref, replyTo, references, attachments, picture, kind, neededBy);
    }

    /** The same mail, with its answers sent to this address. */
    public OutgoingMail answeredTo(EmailAddress address) {
        return new OutgoingMail(
                to, template, model, request, address, references, attachments, picture, kind, neededBy);
    }

    /** The same mail as an answer to the newest of these Message-IDs; oldest first. */
    public OutgoingMail following(List<String> messageIds) {
        return new OutgoingMail(
                to, template, model, request, replyTo, messageIds, attachments, picture, kind, neededBy);
    }

    /** The same mail as the first one of a task, whatever its template; null where the task has no date. */
    public OutgoingMail firstOfATask(@Nullable Instant due) {
        return new OutgoingMail(
                to, template, model, request, replyTo, references, attachments, picture, MailKind.TASK, due);
    }

    /** The same mail with one more file. */
    public OutgoingMail with(OutgoingAttachment attachment) {
        List<OutgoingAttachment> more = new ArrayList<>(attachments);
        more.add(attachment);
        return new OutgoingMail(to, template, model, request, replyTo, references, more, picture, kind, neededBy);
    }

    /** The same mail with this picture among its words, where its template has a place for one. */
    public OutgoingMail showing(@Nullable MailPicture shown) {
        return new OutgoingMail(to, template, model, request, replyTo, references, attachments, shown, kind, neededBy);
    }
}
