package dev.baton.outbox;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name by which a mail server knows a mail that it took, from its last answer ({@code 250 Ok 0107018f…-000000}). Some
 * servers write it into the mail in place of our Message-ID, with a domain of theirs, so that answers refer to it (Amazon
 * SES Developer Guide, "Message-ID"; Postmark, "X-PM-KeepID").
 */
final class RelayId {

    /** Long enough not to be a word, a code or a count. */
    private static final Pattern NAME =
            Pattern.compile("(?<![\\w@.-])[A-Za-z0-9][A-Za-z0-9._-]{14,190}[A-Za-z0-9](?![\\w@.-])");

    private static final Pattern HAS_DIGIT = Pattern.compile(".*\\d.*");

    private RelayId() {}

    /** The name in the answer to a mail that was taken, if there is one. */
    static Optional<String> in(String answer) {
        Matcher name = NAME.matcher(answer);
        while (name.find()) {
            if (HAS_DIGIT.matcher(name.group()).matches()) {
                return Optional.of(name.group());
            }
        }
        return Optional.empty();
    }

    /** What stands before the {@code @} of a Message-ID, which is where such servers put their name. */
    static String of(String messageId) {
        int at = messageId.indexOf('@');
        return messageId.substring(messageId.startsWith("<") ? 1 : 0, at < 0 ? messageId.length() : at);
    }
}
