package dev.baton.outbox;

import dev.baton.outbox.Trouble.Kind;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** Reads what a mail server meant by not taking a mail (reply codes: RFC 5321 §4.2, RFC 4954 §6). */
final class Refusals {

    private static final int COME_BACK_LATER = 421;
    private static final int SIGN_IN_FIRST = 530;

    private Refusals() {}

    static Trouble of(MessagingException failure) {
        Kind kind = Kind.NOT_TAKEN;
        String words = words(failure);
        for (Exception at = failure; at != null; at = next(at)) {
            int code = code(at);
            if (code == COME_BACK_LATER) {
                return new Trouble(Kind.UNREACHABLE, words(at));
            }
            if (code == SIGN_IN_FIRST) {
                return new Trouble(Kind.SIGN_IN, words(at));
            }
            if (at instanceof SMTPAddressFailedException && code >= 500) {
                kind = Kind.ADDRESS_REFUSED;
            }
            words = code > 0 ? words(at) : words;
        }
        return new Trouble(kind, words);
    }

    /** Why there is no connection over which mails could go. */
    static Trouble ofConnecting(MessagingException failure) {
        Kind kind = failure instanceof AuthenticationFailedException ? Kind.SIGN_IN : Kind.UNREACHABLE;
        for (Throwable at = failure; at != null; at = at.getCause()) {
            // That STARTTLS is missing the mail library says in no other way.
            if (at instanceof SSLException || String.valueOf(at.getMessage()).contains("STARTTLS")) {
                kind = Kind.NOT_SAFE;
            }
        }
        return new Trouble(kind, words(failure));
    }

    private static int code(Exception failure) {
        if (failure instanceof SMTPAddressFailedException refused) {
            return refused.getReturnCode();
        }
        if (failure instanceof SMTPSenderFailedException refused) {
            return refused.getReturnCode();
        }
        return failure instanceof SMTPSendFailedException refused ? refused.getReturnCode() : 0;
    }

    private static @Nullable Exception next(Exception failure) {
        return failure instanceof MessagingException chain ? chain.getNextException() : null;
    }

    /** The server's words on one line; where it said nothing, the name of what happened. */
    static String words(Exception failure) {
        String said = failure.getMessage();
        String words = said == null || said.isBlank() ? failure.getClass().getSimpleName() : said;
        return OneLine.of(words, 500);
    }
}
