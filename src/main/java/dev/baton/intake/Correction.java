package dev.baton.intake;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a person made of a mail by hand.
 *
 * @param from the request the mail belonged to before; null if to none
 * @param to the request it belongs to since; null if to none
 * @param detail the reason, or the text of an answer; null if there was nothing to say
 */
public record Correction(
        long id,
        long ledgerId,
        Act act,
        EmailAddress by,
        Instant at,
        @Nullable RequestRef from,
        @Nullable RequestRef to,
        @Nullable String detail) {

    /** What can be done with a mail. */
    public enum Act {
        /** A request of its own was opened with it. */
        OPENED,
        /** It was put into a request. */
        ATTACHED,
        /** Its sender was answered. */
        ANSWERED,
        /** Nothing is to follow from it. */
        DISCARDED,
        /** It was read once more, as if it had just come. */
        REPLAYED;

        /** The word in rows and addresses. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
