package dev.baton.inbox;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the mark that a mail program puts before a subject says of the mail; the outermost counts. */
enum SubjectMark {
    FORWARD,
    REPLY,
    NONE;

    private static final Pattern TAGS = Pattern.compile("(?:\\s{0,5}\\[[^\\[\\]:]{0,60}\\]){0,5}\\s{0,5}");
    private static final Pattern MARK = Pattern.compile(
            "\\[?([\\p{L}/][\\p{L}/. ]{0,14})\\s?(?:\\[\\d{1,3}\\]|\\(\\d{1,3}\\))?\\s?[:：].*", Pattern.DOTALL);

    private static final List<String> FORWARDS = MailWords.of("subject.forward");
    private static final List<String> REPLIES = MailWords.of("subject.reply");

    /** The mark of this subject. {@code VS:} is a forward in Norwegian and an answer in Finnish, and counts as the former. */
    static SubjectMark of(String subject) {
        Matcher tags = TAGS.matcher(subject);
        Matcher mark = MARK.matcher(tags.lookingAt() ? subject.substring(tags.end()) : subject);
        if (!mark.matches()) {
            return subject.stripTrailing().endsWith("(fwd)") ? FORWARD : NONE;
        }
        String word = MailWords.normal(mark.group(1));
        if (FORWARDS.contains(word)) {
            return FORWARD;
        }
        return REPLIES.contains(word) ? REPLY : NONE;
    }
}
