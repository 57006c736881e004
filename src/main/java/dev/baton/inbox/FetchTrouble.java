package dev.baton.inbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * Why a mailbox could not be read.
 *
 * @param kind which sentence says what to do about it
 * @param words what the server or the library said
 */
record FetchTrouble(Kind kind, String words) {

    private static final int LONGEST = 300;

    /** Asked in this order; the first that knows the failure names it. */
    enum Kind {
        NO_FOLDER(failure -> failure instanceof FolderNotFoundException),
        CERTIFICATE(failure -> failure instanceof SSLException),
        /** The mail library says it in no other way. */
        NO_STARTTLS(failure -> words(failure).contains("STARTTLS")),
        SIGN_IN(failure -> failure instanceof AuthenticationFailedException),
        UNKNOWN_HOST(failure -> failure instanceof UnknownHostException),
        UNREACHABLE(failure -> failure instanceof ConnectException
                || failure instanceof NoRouteToHostException
                || failure instanceof SocketTimeoutException),
        OTHER(failure -> true);

        private final Predicate<Throwable> knows;

        Kind(Predicate<Throwable> knows) {
            this.knows = knows;
        }

        /** The end of the key of its sentence in {@code messages/inbox.properties}. */
        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static FetchTrouble of(Throwable failure) {
        for (Kind kind : Kind.values()) {
            Optional<Throwable> known = causes(failure).filter(kind.knows).findFirst();
            if (known.isPresent()) {
                return new FetchTrouble(kind, Readable.text(words(known.get()), LONGEST));
            }
        }
        throw new IllegalStateException("No kind knows " + failure, failure);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }

    private static String words(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
