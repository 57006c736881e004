package dev.baton.inbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Encoded words in headers (RFC 2047), read as their writers meant them: with a language (RFC 2231 §5), inside quotes, without
 * space between them, with a character cut in two by their end, with blanks in them, without their {@code ?=}, in base64 that
 * is broken. What is no encoded word stands as it is. One pass, whatever comes.
 */
final class EncodedWords {

    private static final int LONGEST_CHARSET = 60;
    private static final int LONGEST_WORD = 80;

    private final String value;
    private final StringBuilder out = new StringBuilder();
    private final ByteArrayOutputStream word = new ByteArrayOutputStream();
    private @Nullable String charset;
    private int end = -1;

    private EncodedWords(String value) {
        this.value = value;
    }

    static String decode(String value) {
        return value.contains("=?") ? new EncodedWords(value).decoded() : value;
    }

    /** To be asked where words end, from the first to the last. */
    static EncodedWords in(String value) {
        return new EncodedWords(value);
    }

    /** Where the encoded word that begins here ends, or -1 if none does. */
    int endAt(int start) {
        int text = textAt(start);
        return text < 0 ? -1 : after(text, endOf(text));
    }

    private String decoded() {
        int i = 0;
        int from = 0;
        while (i < value.length()) {
            int start = value.indexOf("=?", i);
            int text = start < 0 ? -1 : textAt(start);
            if (start < 0) {
                break;
            }
            if (text < 0) {
                i = start + 2;
                continue;
            }
            between(from, start);
            int textEnd = endOf(text);
            take(start, text, textEnd);
            i = after(text, textEnd);
            from = i;
        }
        between(from, value.length());
        finish();
        return out.toString().replace('\r', ' ').replace('\n', ' ');
    }

    /** What stands between two words; nothing if it is blank. */
    private void between(int from, int to) {
        boolean onlySeparates = charset != null
                && to < value.length()
                && value.substring(from, to).isBlank();
        if (from < to && !onlySeparates) {
            finish();
            out.append(value, from, to);
        }
    }

    /** Where the encoded text of the word that begins here begins, or -1 if none does. */
    private int textAt(int start) {
        int name = start + 2;
        while (name < value.length() && name - start < LONGEST_CHARSET && isOfName(value.charAt(name))) {
            name++;
        }
        boolean whole = name + 2 < value.length()
                && value.charAt(name) == '?'
                && "bBqQ".indexOf(value.charAt(name + 1)) >= 0
                && value.charAt(name + 2) == '?';
        return whole ? name + 3 : -1;
    }

    private static boolean isOfName(char c) {
        return c != '?' && c > ' ' && c < 0x7F && c != '"' && c != '<';
    }

    /** Where the encoded text ends: before {@code ?=}, or before the next word where that is missing, or with the blank. */
    private int endOf(int text) {
        if (end < text) {
            int found = value.indexOf("?=", text);
            while (found >= 0 && isBareQuestion(found)) {
                found = value.indexOf("?=", found + 2);
            }
            end = found < 0 ? Integer.MAX_VALUE : found;
        }
        int next = value.indexOf("=?", text);
        while (next >= 0 && next < end && textAt(next) < 0) {
            next = value.indexOf("=?", next + 2);
        }
        if (next >= 0 && next < end) {
            return next;
        }
        return end < value.length() ? end : lastLetter(text);
    }

    /** A question mark that should have been encoded, before a letter that is: {@code why?=20now?=}. */
    private boolean isBareQuestion(int at) {
        boolean letter = at + 3 < value.length()
                && QuotedPrintableContent.value(value.charAt(at + 2), value.charAt(at + 3)) >= 0;
        int last = at + 4;
        while (letter && last < value.length() && last - at < LONGEST_WORD && value.charAt(last) > ' ') {
            if (value.startsWith("?=", last) || value.startsWith("=?", last)) {
                return value.startsWith("?=", last);
            }
            last++;
        }
        return false;
    }

    private int lastLetter(int text) {
        int last = text;
        while (last < value.length() && value.charAt(last) > ' ' && value.charAt(last) != '"') {
            last++;
        }
        return last > text && value.charAt(last - 1) == '?' ? last - 1 : last;
    }

    private int after(int text, int textEnd) {
        if (value.startsWith("?=", textEnd)) {
            return textEnd + 2;
        }
        return value.startsWith("?", textEnd) ? textEnd + 1 : Math.max(text, textEnd);
    }

    private void take(int start, int text, int textEnd) {
        String name = value.substring(start + 2, text - 3);
        int language = name.indexOf('*');
        String plain = language < 0 ? name : name.substring(0, language);
        if (charset != null && !charset.equalsIgnoreCase(plain)) {
            finish();
        }
        charset = plain;
        boolean base64 = Character.toLowerCase(value.charAt(text - 2)) == 'b';
        String encoded = value.substring(text, textEnd);
        word.writeBytes(base64 ? base64(encoded) : quoted(encoded.stripTrailing()));
    }

    private void finish() {
        if (charset != null) {
            out.append(MailCharset.decode(word.toByteArray(), charset));
            word.reset();
            charset = null;
        }
    }

    private static byte[] base64(String encoded) {
        boolean forUrls = encoded.indexOf('-') >= 0 || encoded.indexOf('_') >= 0;
        long letters =
                encoded.chars().filter(c -> Base64Content.isLetter(c & 0xFF)).count();
        boolean complete = letters % 4 == 0 || encoded.endsWith("=");
        return Base64Content.decode(
                forUrls && !complete ? encoded.replace('-', '+').replace('_', '/') : encoded);
    }

    private static byte[] quoted(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            int value = c == '=' && i + 2 < encoded.length()
                    ? QuotedPrintableContent.value(encoded.charAt(i + 1), encoded.charAt(i + 2))
                    : -1;
            if (value >= 0) {
                bytes.write(value);
                i += 2;
            } else if (c < 0x80) {
                bytes.write(c == '_' ? ' ' : c);
            } else {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
