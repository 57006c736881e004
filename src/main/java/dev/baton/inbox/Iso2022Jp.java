package dev.baton.inbox;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Text of the ISO-2022-JP family as mail programs write it: RFC 1468, -1 and -2 (RFC 1554, RFC 2237), the first plane of -3,
 * Microsoft's with half-width katakana (CP50220 to CP50222). Java's own decoders each lack some of these. What has eight bits
 * is read as Shift_JIS, since it often is.
 */
final class Iso2022Jp {

    private static final int ESCAPE = 0x1B;
    private static final int SHIFT_OUT = 0x0E;
    private static final int SHIFT_IN = 0x0F;

    private static final Charset SJIS = charset("windows-31j");
    private static final Charset SJIS_2004 = charset("x-SJIS_0213");
    private static final Charset EUC_JP = charset("EUC-JP");
    private static final Charset KOREAN = charset("x-windows-949");
    private static final Charset CHINESE = charset("GB18030");
    private static final Charset GREEK = charset("ISO-8859-7");

    /** What an escape sequence says the bytes after it are. */
    private enum Set {
        ASCII,
        KATAKANA,
        JIS_208,
        JIS_212,
        JIS_213,
        CHINESE,
        KOREAN
    }

    private final byte[] bytes;
    private final StringBuilder text = new StringBuilder();
    private Set set = Set.ASCII;
    private Charset second = StandardCharsets.ISO_8859_1;

    private Iso2022Jp(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A trimmed Java runtime may lack it. */
    private static Charset charset(String name) {
        return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
    }

    static String decode(byte[] bytes) {
        return new Iso2022Jp(bytes).decoded();
    }

    /** Whether bytes that are all ASCII hold one of the family's escape sequences. */
    static boolean isLikely(byte[] bytes) {
        for (int i = 0; i + 2 < bytes.length; i++) {
            boolean kanji = bytes[i] == ESCAPE && bytes[i + 1] == '$' && "@BA(".indexOf(bytes[i + 2]) >= 0;
            if (kanji || (bytes[i] == ESCAPE && bytes[i + 1] == '(' && bytes[i + 2] == 'I')) {
                return true;
            }
        }
        return false;
    }

    private String decoded() {
        int i = 0;
        while (i < bytes.length) {
            if (bytes[i] == ESCAPE) {
                i = escape(i + 1);
            } else {
                int end = i;
                while (end < bytes.length && bytes[end] != ESCAPE && !(bytes[end] == '\n' && end > i)) {
                    end++;
                }
                run(i, end);
                i = end;
            }
        }
        return text.toString();
    }

    /** @return where the text goes on after the sequence that begins after the escape character */
    private int escape(int at) {
        String next = new String(bytes, at, Math.min(3, bytes.length - at), StandardCharsets.ISO_8859_1);
        if (next.startsWith("$(")) {
            set = switch (next.length() > 2 ? next.charAt(2) : 'B') {
                case 'D' -> Set.JIS_212;
                case 'C' -> Set.KOREAN;
                case 'O', 'P', 'Q' -> Set.JIS_213;
                default -> Set.JIS_208;
            };
            return at + next.length();
        }
        switch (next.substring(0, Math.min(2, next.length()))) {
            case "$@", "$B" -> set = Set.JIS_208;
            case "$A" -> set = Set.CHINESE;
            case "(I" -> set = Set.KATAKANA;
            case "(B", "(J", "(H" -> set = Set.ASCII;
            case ".A" -> second = StandardCharsets.ISO_8859_1;
            case ".F" -> second = GREEK;
            default -> {
                return other(at, next);
            }
        }
        return at + 2;
    }

    private int other(int at, String next) {
        if (next.startsWith("N") && next.length() > 1) {
            text.append(new String(new byte[] {(byte) (bytes[at + 1] | 0x80)}, second));
            return at + 2;
        }
        return next.startsWith("&@") ? at + 2 : at;
    }

    private void run(int start, int end) {
        if (bytes[start] == '\n') {
            set = Set.ASCII;
        }
        switch (set) {
            case ASCII -> ascii(start, end);
            case KATAKANA -> text.append(new String(high(start, end, 0), SJIS));
            case JIS_208 -> text.append(new String(shifted(start, end), SJIS));
            case JIS_213 -> text.append(new String(shifted(start, end), SJIS_2004));
            case JIS_212 -> text.append(new String(high(start, end, 0x8F), EUC_JP));
            case CHINESE -> text.append(new String(high(start, end, 0), CHINESE));
            case KOREAN -> text.append(new String(high(start, end, 0), KOREAN));
        }
    }

    private void ascii(int start, int end) {
        int from = start;
        for (int i = start; i < end; i++) {
            if (bytes[i] == SHIFT_OUT) {
                int to = i + 1;
                while (to < end && bytes[to] != SHIFT_IN) {
                    to++;
                }
                text.append(new String(bytes, from, i - from, SJIS));
                text.append(new String(high(i + 1, to, 0), SJIS));
                from = Math.min(to + 1, end);
                i = to;
            }
        }
        text.append(new String(bytes, from, end - from, SJIS));
    }

    /** With the eighth bit set; each pair after a prefix, if there is one. */
    private byte[] high(int start, int end, int prefix) {
        byte[] out = new byte[prefix == 0 ? end - start : (end - start) / 2 * 3 + 3];
        int length = 0;
        for (int i = start; i < end; i++) {
            if (isControl(bytes[i])) {
                out[length++] = bytes[i];
                continue;
            }
            if (prefix != 0 && (i - start) % 2 == 0) {
                out[length++] = (byte) prefix;
            }
            out[length++] = (byte) (bytes[i] | 0x80);
        }
        return java.util.Arrays.copyOf(out, length);
    }

    /** Pairs of JIS as pairs of Shift_JIS. */
    private byte[] shifted(int start, int end) {
        byte[] out = new byte[end - start];
        int length = 0;
        for (int i = start; i < end; i++) {
            int first = bytes[i] & 0x7F;
            if (isControl(bytes[i]) || first == ' ' || i + 1 == end) {
                out[length++] = bytes[i];
                continue;
            }
            int second = bytes[++i] & 0x7F;
            int row = (first - 0x21) / 2 + (first < 0x5F ? 0x81 : 0xC1);
            int trail = first % 2 == 1 ? second + (second < 0x60 ? 0x1F : 0x20) : second + 0x7E;
            out[length++] = (byte) row;
            out[length++] = (byte) trail;
        }
        return java.util.Arrays.copyOf(out, length);
    }

    private static boolean isControl(byte b) {
        return b >= 0 && b < 0x20;
    }
}
