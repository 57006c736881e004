package dev.baton.intake;

import dev.baton.shared.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Who corrects something, and what they had before their eyes.
 *
 * @param seen the {@linkplain Corrections#seen state of the entry} that the person looked at; null for a program
 * @param inNameOf who the mail is from, where it does not say so itself; null if nobody said
 */
public record Hand(
        EmailAddress by, @Nullable String seen, @Nullable EmailAddress inNameOf) {

    /** Somebody who has seen the entry in this state. */
    public static Hand of(EmailAddress by, @Nullable String seen) {
        return new Hand(by, seen, null);
    }
}
