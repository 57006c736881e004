package dev.baton.requests;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text as it reads once all is taken away that mail programs and gateways put into a link: breaks with the marks of a
 * quote, quoted-printable (RFC 2045 §6.7), percent signs of any depth, entities of HTML and, if asked, its tags. Each
 * character knows where in the text it stood. It is made in one go: what a character completes is unpacked at once.
 */
final class Unpacked {

    private static final Map<String, Character> NAMED = Map.of(
            "amp", '&', "sol", '/', "plus", '+', "period", '.', "lowbar", '_', "equals", '=', "quest", '?', "percnt",
            '%', "lt", '<', "gt", '>');
    private static final int LONGEST_ENTITY = 12;
    private static final int LONGEST_TAG = 1_000;

    /** What stands in a text and is not seen; the first is also the other half of the letters of UTF-16. */
    private static final String UNSEEN = "\0\u00AD\u200B\u200C\u200D\u2060\uFEFF";

    private static final String BLANK = " \t\r";
    private static final String BREAKS = "\n\r";
    private static final String AFTER_BREAK = BLANK + "\n\f\u000B>|\u00A0";

    private final char[] letters;
    private final int[] starts;
    private final int[] ends;
    private final boolean withoutTags;
    private int length;
    private int tag = -1;

    private Unpacked(String text, boolean withoutTags) {
        this.letters = new char[text.length()];
        this.starts = new int[text.length()];
        this.ends = new int[text.length()];
        this.withoutTags = withoutTags;
        boolean broken = false;
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            if (UNSEEN.indexOf(each) >= 0 || broken && AFTER_BREAK.indexOf(each) >= 0) {
                continue;
            }
            broken = BREAKS.indexOf(each) >= 0;
            if (broken) {
                breakLine();
            } else {
                add(each, at, at + 1);
            }
        }
    }

    static Unpacked of(String text) {
        return new Unpacked(text, false);
    }

    static Unpacked withoutTags(String text) {
        return new Unpacked(text, true);
    }

    @Override
    public String toString() {
        return new String(letters, 0, length);
    }

    /** Where the character stood, or the first of those that stood for it. */
    int start(int letter) {
        return starts[letter];
    }

    /** Behind where the character stood. */
    int end(int letter) {
        return ends[letter];
    }

    private void breakLine() {
        while (length > 0 && BLANK.indexOf(letters[length - 1]) >= 0) {
            shorten(length - 1);
        }
        if (length > 0 && letters[length - 1] == '=') {
            shorten(length - 1);
        }
    }

    private void add(char letter, int start, int end) {
        letters[length] = letter;
        starts[length] = start;
        ends[length] = end;
        length++;
        if (letter == '<') {
            tag = length - 1;
        } else if (letter == '>' && withoutTags && tag >= 0 && length - tag <= LONGEST_TAG) {
            shorten(tag);
        } else if (letter == ';') {
            unpackEntity();
        } else {
            unpackCode();
        }
    }

    private void shorten(int to) {
        length = to;
        tag = tag < to ? tag : -1;
    }

    /** {@code =2F} and {@code %2F}, where they stand for a character that can be seen. */
    private void unpackCode() {
        int sign = length - 3;
        if (sign < 0 || letters[sign] != '=' && letters[sign] != '%') {
            return;
        }
        int code = Character.digit(letters[sign + 1], 16) * 16 + Character.digit(letters[sign + 2], 16);
        if (Character.digit(letters[sign + 1], 16) >= 0 && Character.digit(letters[sign + 2], 16) >= 0) {
            unpackFrom(sign, code);
        }
    }

    private void unpackEntity() {
        for (int sign = length - 2; sign >= Math.max(0, length - LONGEST_ENTITY); sign--) {
            if (letters[sign] == '&') {
                Integer code = code(new String(letters, sign + 1, length - sign - 2));
                if (code != null) {
                    unpackFrom(sign, code);
                }
                return;
            }
        }
    }

    private static @Nullable Integer code(String entity) {
        if (NAMED.containsKey(entity)) {
            return (int) NAMED.get(entity);
        }
        boolean hexadecimal = entity.startsWith("#x") || entity.startsWith("#X");
        String digits = entity.substring(hexadecimal ? 2 : entity.startsWith("#") ? 1 : entity.length());
        boolean all = !digits.isEmpty()
                && digits.length() <= 7
                && digits.chars().allMatch(each -> Character.digit(each, hexadecimal ? 16 : 10) >= 0);
        return all ? Integer.valueOf(digits, hexadecimal ? 16 : 10) : null;
    }

    private void unpackFrom(int sign, int code) {
        int start = starts[sign];
        int end = ends[length - 1];
        if (code > ' ' && code < 127) {
            shorten(sign);
            add((char) code, start, end);
        } else if (code < Character.MAX_VALUE && code != ' ' && UNSEEN.indexOf((char) code) >= 0) {
            shorten(sign);
        }
    }
}
