package dev.baton.inbox;

import java.nio.charset.StandardCharsets;

/** UTF-7 (RFC 2152), which Java does not know. What is no UTF-7 stands as it is. */
final class Utf7 {

    private Utf7() {}

    static String decode(byte[] bytes) {
        String in = new String(bytes, StandardCharsets.ISO_8859_1);
        StringBuilder out = new StringBuilder(in.length());
        int i = 0;
        while (i < in.length()) {
            int plus = in.indexOf('+', i);
            if (plus < 0) {
                return out.append(in, i, in.length()).toString();
            }
            out.append(in, i, plus);
            i = shifted(in, plus, out);
        }
        return out.toString();
    }

    private static int shifted(String in, int plus, StringBuilder out) {
        int end = plus + 1;
        while (end < in.length() && Base64Content.isLetter(in.charAt(end) & 0xFF)) {
            end++;
        }
        if (end == plus + 1) {
            out.append('+');
        } else {
            byte[] units = Base64Content.decode(in.substring(plus + 1, end));
            out.append(new String(units, 0, units.length / 2 * 2, StandardCharsets.UTF_16BE));
        }
        return end < in.length() && in.charAt(end) == '-' ? end + 1 : end;
    }
}
