package dev.baton.requests;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
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

    /** Content and signature as {@link dev.baton.shared.Signatures#token} writes them; less than that opens nothing. */
    private static final String TOKEN = "[A-Za-z0-9_-]{1,500}+\\.[A-Za-z0-9_-]{43}";

    private static final String PAGE = "/(?:t|t/blocker|brief|q|forwarded|reply)/" + TOKEN;

    /** What stands for the equals sign may have been unpacked together with what follows it. */
    private static final String SIGN_IN = "/sign-in/link\\?token[^0-9a-f-]?[0-9a-f-]{1,36}+";

    /** The plus-tag of a task's code or of a signed reference, {@link dev.baton.shared.Signatures#shortSignature}. */
    private static final String TAG = "\\+[a-z0-9_-]{1,64}+\\.[0-9a-f]{20}";

    private static final Pattern OURS = Pattern.compile(PAGE + "|" + SIGN_IN + "|" + TAG, Pattern.CASE_INSENSITIVE);

    /** Where the rest of a link or an address ends, before and after what makes it ours. */
    private static final String ENDS = "<>()[]{}\"'|";

    private final MessageSource messages;

    WithoutLinks(MessageSource messages) {
        this.messages = messages;
    }

    /** The text with a plain word for each personal link and each answer address of ours. */
    public String in(String text) {
        return in(List.of(text)).get(0);
    }

    /**
     * The same for the pieces of one text, such as the parts of a line that differ in looks: of what runs over several, the
     * first gets the word.
     */
    public List<String> in(List<String> pieces) {
        String text = String.join("", pieces);
        BitSet hidden = hidden(text);
        List<String> plain = new ArrayList<>();
        int end = 0;
        for (String piece : pieces) {
            int start = end;
            end += piece.length();
            plain.add(hidden.isEmpty() ? piece : plain(text, start, end, hidden));
        }
        return plain;
    }

    /** The characters that make a link or an address ours. Tags may part it, and it may stand in a tag. */
    private static BitSet hidden(String text) {
        BitSet hidden = new BitSet();
        mark(Unpacked.of(text), hidden);
        if (text.indexOf('<') >= 0) {
            mark(Unpacked.withoutTags(text), hidden);
        }
        return hidden;
    }

    private static void mark(Unpacked unpacked, BitSet hidden) {
        Matcher ours = OURS.matcher(unpacked.toString());
        while (ours.find()) {
            hidden.set(unpacked.start(ours.start()), unpacked.end(ours.end() - 1));
        }
    }

    private String plain(String text, int from, int to, BitSet hidden) {
        StringBuilder plain = new StringBuilder();
        int kept = from;
        for (int next = hidden.nextSetBit(from); next >= 0 && next < to; next = hidden.nextSetBit(kept)) {
            int start = start(text, next, kept);
            int end = end(text, Math.min(hidden.nextClearBit(next), to), to);
            plain.append(text, kept, start);
            if (next == 0 || !hidden.get(next - 1)) {
                plain.append(word(text, start, end));
            }
            kept = end;
        }
        return plain.append(text, kept, to).toString();
    }

    private static int start(String text, int found, int from) {
        int start = found;
        while (start > from && belongs(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int end(String text, int found, int to) {
        int end = found;
        while (end < to && belongs(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean belongs(char each) {
        return !Character.isWhitespace(each) && ENDS.indexOf(each) < 0;
    }

    /** Two bytes a letter where the text has them. */
    private String word(String text, int start, int end) {
        String word = messages.getMessage("requests.said.link", null, Locale.ENGLISH);
        boolean before = text.charAt(start) == 0;
        boolean after = text.charAt(end - 1) == 0;
        return before || after ? (before ? "\0" : "") + String.join("\0", word.split("")) + (after ? "\0" : "") : word;
    }
}
