package dev.baton.outbox;

import java.util.Locale;

/**
 * Why a mail could not be sent.
 *
 * @param kind what happened
 * @param detail the mail server's own words, cut to 500 characters
 */
public record Trouble(Kind kind, String detail) {

    public Trouble {
        detail = detail.length() > 500 ? detail.substring(0, 500) : detail;
    }

    /** What happened, in the order of how far the mail came. */
    public enum Kind {
        /** No mail server answered: nothing is known about this mail, so it does not count as a try. */
        UNREACHABLE,
        /** The mail server offers no encryption, or its certificate is not trusted: we said nothing to it. */
        NOT_SAFE,
        /** The mail server did not let us in. Does not count as a try either. */
        SIGN_IN,
        /** The mail server refused the address for good (a 5xx answer to RCPT, RFC 5321 §4.2.1): given up at once. */
        ADDRESS_REFUSED,
        /** The mail server did not take this mail now; tried again later. */
        NOT_TAKEN,
        /** Mails to this address come back, so this one waits. Does not count as a try. */
        ADDRESS_RETURNS,
        /** We could not make a message of it, and will not the next time: given up at once. */
        UNREADABLE;

        /** The key of its sentence in messages/outbox.properties. */
        public String messageKey() {
            return "outbox.trouble." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
