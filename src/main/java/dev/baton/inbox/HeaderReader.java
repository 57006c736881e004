package dev.baton.inbox;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the headers of a mail and stops there. */
final class HeaderReader {

    private static final Pattern CHARSET =
            Pattern.compile("charset\\s{0,3}\\*?=\\s{0,3}\"?([\\w.:()-]{2,40})", Pattern.CASE_INSENSITIVE);
    private static final Pattern WORD = Pattern.compile("=\\?([\\w.:()-]{2,40})[*?]");

    /** How far into the body to look for the charset of a part. */
    private static final int LOOKED_AT = 16_384;

    private HeaderReader() {}

    static MailHeaders read(byte[] raw) {
        return read(raw, Head.of(raw, ReadingLimits.STANDARD));
    }

    static MailHeaders read(byte[] raw, Head head) {
        String hint = head.fields().stream().allMatch(field -> isPlain(field.value())) ? null : charsetOf(raw, head);
        List<MailHeaders.Header> headers = head.fields().stream()
                .map(field -> new MailHeaders.Header(field.name(), text(field.value(), hint)))
                .toList();
        return new MailHeaders(headers);
    }

    private static boolean isPlain(byte[] value) {
        return MailCharset.isAscii(value)
                || MailCharset.strict(value, StandardCharsets.UTF_8).isPresent();
    }

    private static String text(byte[] value, @Nullable String hint) {
        return MailCharset.decode(value, null, hint).strip();
    }

    /** The charset that the body or an encoded word names; raw headers are most likely in the same. */
    private static @Nullable String charsetOf(byte[] raw, Head head) {
        int end = Math.min(raw.length, head.end() + LOOKED_AT);
        String start = new String(Arrays.copyOf(raw, Math.min(end, 4 * LOOKED_AT)), StandardCharsets.ISO_8859_1);
        return named(CHARSET, start).or(() -> named(WORD, start)).orElse(null);
    }

    private static Optional<String> named(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.results()
                .map(result -> result.group(1))
                .filter(name -> !CharsetNames.saysNothing(name)
                        && !CharsetNames.bare(name).contains("ascii"))
                .findFirst();
    }

    /** Where the headers end: after the first empty line, or at the end of the mail. */
    static int end(byte[] raw) {
        return Head.endOf(raw);
    }
}
