package dev.baton.intake;

import java.util.regex.Pattern;

/** Subjects of mails without what mail programs and servers put in front of them. */
final class Subject {

    /** {@code Re:}, {@code AW:}, {@code Fwd:}, {@code RE[2]:} and their kin in other languages, and {@code [tags]}. */
    private static final Pattern PREFIX = Pattern.compile(
            "^\\s*(?:(?:re|aw|antw|antwort|sv|vs|rif|res|odp|ynt|fw|fwd|wg|tr|rv|enc)\\s*(?:\\[\\d+]|\\(\\d+\\))?\\s*[:：]"
                    + "|\\[[^\\[\\]]{0,60}])\\s*",
            Pattern.CASE_INSENSITIVE);

    private Subject() {}

    static String plain(String subject) {
        String before = "";
        String plain = subject.strip();
        while (!plain.equals(before)) {
            before = plain;
            plain = PREFIX.matcher(plain).replaceFirst("").strip();
        }
        return plain;
    }
}
