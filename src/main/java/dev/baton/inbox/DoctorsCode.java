package dev.baton.inbox;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.Signatures;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a mail is marked with that Baton writes to itself to see how it fares. Signed, so that nobody else can write one.
 *
 * @param examination which examination it belongs to
 */
public record DoctorsCode(long examination, Way way) {

    /** Which of our addresses it is sent to. */
    public enum Way {
        /** The intake address as it is. */
        ADDRESS("a"),
        /** The intake address with a plus-tag. */
        PLUS("p");

        private final String letter;

        Way(String letter) {
            this.letter = letter;
        }

        /** In lower case, as part of names. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The header that carries it. */
    public static final String HEADER = "X-Baton-Doctor";

    private static final String PURPOSE = "doctor";
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,18})([ap])-([0-9a-f]{20})");
    private static final Pattern TAG = Pattern.compile("doctor\\.(.+)");

    /** The code as text for headers, subjects and plus-tags. */
    public String text(Signatures signatures) {
        String content = examination + way.letter;
        return content + "-" + signatures.shortSignature(PURPOSE, content);
    }

    /** The plus-tag of our address that leads to the doctor. */
    public String tag(Signatures signatures) {
        return "doctor." + text(signatures);
    }

    /** The code of a mail that Baton wrote to itself; nothing if it is no such mail. */
    static Optional<DoctorsCode> in(ReceivedMail mail, Signatures signatures) {
        Stream<String> tags = mail.recipients().stream()
                .map(EmailAddress::tag)
                .flatMap(Optional::stream)
                .map(TAG::matcher)
                .filter(Matcher::matches)
                .map(tag -> tag.group(1));
        return Stream.concat(mail.headers().first(HEADER).stream(), tags)
                .map(text -> parse(text, signatures))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<DoctorsCode> parse(@Nullable String text, Signatures signatures) {
        Matcher code = TEXT.matcher(text == null ? "" : text.strip().toLowerCase(Locale.ROOT));
        if (!code.matches() || !signatures.matches(PURPOSE, code.group(1) + code.group(2), code.group(3))) {
            return Optional.empty();
        }
        Way way = code.group(2).equals(Way.PLUS.letter) ? Way.PLUS : Way.ADDRESS;
        return Optional.of(new DoctorsCode(Long.parseLong(code.group(1)), way));
    }
}
