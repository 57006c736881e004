package dev.baton.inbox;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/**
 * Which of the messages that were in a mailbox before Baton first looked are ours to take (docs/decisions/0027).
 *
 * @param since those that came from this moment on; null where {@code before} says it
 * @param before those that came within this time before the first look
 */
record OldMail(@Nullable Instant since, Duration before) {

    /**
     * @param said {@code true}, {@code false}, a day ({@code 2026-11-01}) or a duration ({@code P1D}, {@code 36h})
     * @throws IllegalArgumentException if it is none of these
     */
    static OldMail parse(String said) {
        String text = said.strip();
        return switch (text) {
            case "true" -> new OldMail(Instant.EPOCH, Duration.ZERO);
            case "false" -> new OldMail(null, Duration.ZERO);
            default -> dated(text);
        };
    }

    private static OldMail dated(String text) {
        try {
            return text.matches("\\d{4}-\\d\\d-\\d\\d")
                    ? new OldMail(LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC), Duration.ZERO)
                    : new OldMail(null, DurationStyle.detectAndParse(text));
        } catch (DateTimeException | IllegalArgumentException neither) {
            throw new IllegalArgumentException(
                    "baton.inbox.take-old-mail is true, false, a day such as 2026-11-01 or a duration such as P1D, not "
                            + text,
                    neither);
        }
    }

    /** The moment from which on mail is taken, of a mailbox that was first looked at then. */
    Instant since(Instant firstLook) {
        return since == null ? firstLook.minus(before) : since;
    }
}
