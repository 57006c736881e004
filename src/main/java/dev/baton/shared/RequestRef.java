package dev.baton.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The reference of a request, {@code LAUNCH-42}: what people call it, and the business key of its process instance.
 *
 * @param prefix 2 to 12 capital letters and digits, from the workflow's model
 * @param number counts from 1 for each prefix; numbers may be skipped, never used twice
 */
public record RequestRef(String prefix, int number) implements Comparable<RequestRef> {

    private static final Pattern SHAPE = Pattern.compile("([A-Z][A-Z0-9]{1,11})-([1-9][0-9]{0,8})");
    private static final Pattern IN_SUBJECT = Pattern.compile("\\[" + SHAPE.pattern() + "]", Pattern.CASE_INSENSITIVE);
    private static final Pattern AS_WORD = Pattern.compile(
            "(?<![\\p{L}\\p{N}.@-])" + SHAPE.pattern() + "(?![\\p{L}\\p{N}@-])", Pattern.CASE_INSENSITIVE);

    public RequestRef {
        if (!SHAPE.matcher(prefix + "-" + number).matches()) {
            throw new IllegalArgumentException("Not a reference: '" + prefix + "-" + number + "'");
        }
    }

    /** @throws IllegalArgumentException if the text is no reference */
    @JsonCreator
    public static RequestRef of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("Not a reference: '" + text + "'"));
    }

    /** The reference that the whole text is, in any case, or nothing. */
    public static Optional<RequestRef> parse(String text) {
        return from(SHAPE.matcher(text.strip().toUpperCase(Locale.ROOT)), true);
    }

    /** The first reference in square brackets in a subject, or nothing. */
    public static Optional<RequestRef> inSubject(String subject) {
        return from(IN_SUBJECT.matcher(subject), false);
    }

    /** Every reference in square brackets in a subject, in their order. */
    public static List<RequestRef> allInSubject(String subject) {
        return IN_SUBJECT
                .matcher(subject)
                .results()
                .map(found -> new RequestRef(found.group(1).toUpperCase(Locale.ROOT), Integer.parseInt(found.group(2))))
                .toList();
    }

    /** Every word of a text that has the shape of a reference, in any case, once each in their order. */
    public static List<RequestRef> allIn(String text) {
        return AS_WORD.matcher(text)
                .results()
                .map(found -> new RequestRef(found.group(1).toUpperCase(Locale.ROOT), Integer.parseInt(found.group(2))))
                .distinct()
                .toList();
    }

    private static Optional<RequestRef> from(Matcher matcher, boolean whole) {
        return (whole ? matcher.matches() : matcher.find())
                ? Optional.of(
                        new RequestRef(matcher.group(1).toUpperCase(Locale.ROOT), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public int compareTo(RequestRef other) {
        int byPrefix = prefix.compareTo(other.prefix);
        return byPrefix != 0 ? byPrefix : Integer.compare(number, other.number);
    }

    @Override
    @JsonValue
    public String toString() {
        return prefix + "-" + number;
    }
}
