package dev.baton.requests;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What a person wrote, fit for others to read. Whoever answers a mail of ours quotes the links and the answer address
 * that were theirs alone, and with these anybody could decide in their place; so a plain word stands there instead.
 * The conversation itself keeps every word.
 */
@Component
public class WithoutLinks {

    /** A slash, also where a mail gateway has packed our link into one of its own. */
    private static final String SLASH = "(?:/|%(?:25)*2F)";

    /** A mail program may break a long link and quote each of its lines. */
    private static final String BREAK = "(?:=?[ \\t\\r]*+\\n[>|\\s]*+)?+";

    /** Content and signature as {@link dev.baton.shared.Signatures#token} writes them; less than that opens nothing. */
    private static final String TOKEN =
            "(?:[A-Za-z0-9_-]" + BREAK + "){1,200}+\\." + BREAK + "(?:[A-Za-z0-9_-]" + BREAK + "){42}[A-Za-z0-9_-]";

    private static final String PAGE =
            SLASH + BREAK + "(?:t|t" + SLASH + "blocker|brief|q|forwarded|reply)" + SLASH + BREAK + TOKEN;

    private static final String SIGN_IN =
            SLASH + "sign-in" + SLASH + "link(?:\\?|%(?:25)*3F)token(?:=|%(?:25)*3D)[0-9a-f-]+";

    /** The plus-tag of a task's code or of a signed reference, {@link dev.baton.shared.Signatures#shortSignature}. */
    private static final String TAG = "(?:\\+|%(?:25)*2B)[a-z0-9_-]{1,64}+\\.[0-9a-f]{20}";

    private static final Pattern OURS = Pattern.compile(PAGE + "|" + SIGN_IN + "|" + TAG, Pattern.CASE_INSENSITIVE);

    /** Where the rest of a link or an address ends, before and after what makes it ours. */
    private static final String ENDS = "<>()[]{}\"'|";

    private final MessageSource messages;

    WithoutLinks(MessageSource messages) {
        this.messages = messages;
    }

    /** The text with a plain word for each personal link and each answer address of ours. */
    public String in(String text) {
        Matcher ours = OURS.matcher(text);
        StringBuilder plain = new StringBuilder();
        int kept = 0;
        while (ours.find(kept)) {
            plain.append(text, kept, start(text, ours.start(), kept)).append(word());
            kept = end(text, ours.end());
        }
        return plain.append(text, kept, text.length()).toString();
    }

    private static int start(String text, int found, int from) {
        int start = found;
        while (start > from && belongs(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int end(String text, int found) {
        int end = found;
        while (end < text.length() && belongs(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean belongs(char each) {
        return !Character.isWhitespace(each) && ENDS.indexOf(each) < 0;
    }

    private String word() {
        return messages.getMessage("requests.said.link", null, Locale.ENGLISH);
    }
}
