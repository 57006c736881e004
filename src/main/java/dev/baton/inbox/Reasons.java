package dev.baton.inbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** The sentences that stand as reasons in the ledger; their words are in {@code messages/inbox.properties}. */
@Component
class Reasons {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);
    private static final int LONGEST_CAUSE = 500;

    private final MessageSource messages;

    Reasons(MessageSource messages) {
        this.messages = messages;
    }

    String of(Verdict verdict) {
        return sentence(verdict.reason(), verdict.details().toArray());
    }

    List<String> of(List<Note> notes) {
        return notes.stream().map(this::sentence).toList();
    }

    private String sentence(Note note) {
        return messages.getMessage("inbox.note." + note.key(), note.details().toArray(), Locale.ENGLISH);
    }

    String tooLarge(long size, DataSize largest) {
        return sentence("too-large", megabytes(size), megabytes(largest.toBytes()));
    }

    String triedAgain(int attempt, int most, Throwable cause, Instant next) {
        return sentence("tried-again", attempt, most, words(cause), MINUTE.format(next));
    }

    String givenUp(int attempts, Throwable cause) {
        return sentence("given-up", attempts, words(cause));
    }

    /** Why a mailbox cannot be read, and what to do. */
    String of(FetchTrouble trouble, Mailbox mailbox) {
        return message(
                "inbox.trouble." + trouble.kind().key(),
                trouble.words(),
                mailbox.host(),
                mailbox.folder(),
                mailbox.username());
    }

    /** That mails are taken, but not marked on the server. */
    String notFlagged(String words) {
        return message("inbox.trouble.not-flagged", words);
    }

    /** That the ledger does not have messages which are in the mailbox. */
    String missing(int count) {
        return messages.getMessage("inbox.alarm.missing", new Object[] {count}, Locale.ENGLISH);
    }

    /** That entries of the ledger are not worked through. */
    String stuck(int count) {
        return messages.getMessage("inbox.alarm.stuck", new Object[] {count}, Locale.ENGLISH);
    }

    /** That nobody works through the ledger on this node any more. */
    String workerEnded() {
        return message("inbox.health.worker-ended");
    }

    /** That there is no mailbox to fetch from. */
    String noMailbox() {
        return message("inbox.health.no-mailbox");
    }

    private String sentence(String name, @Nullable Object... details) {
        return message("inbox.reason." + name, details);
    }

    private String message(String key, @Nullable Object... details) {
        return messages.getMessage(
                key, List.of(details).stream().map(String::valueOf).toArray(), Locale.ENGLISH);
    }

    private static String words(Throwable cause) {
        Throwable root =
                cause instanceof NotHandledException ? cause : NestedExceptionUtils.getMostSpecificCause(cause);
        String message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return Readable.text(message.strip(), LONGEST_CAUSE);
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ENGLISH, "%.1f", bytes / 1024.0 / 1024.0);
    }
}
