package dev.baton.inbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;

/** HZ-GB-2312 (RFC 1843), which Java does not know: pairs between <code>~{</code> and <code>~}</code>. */
final class HzText {

    private HzText() {}

    static String decode(byte[] bytes) {
        ByteArrayOutputStream gb = new ByteArrayOutputStream(bytes.length);
        boolean pairs = false;
        for (int i = 0; i < bytes.length; i++) {
            int next = i + 1 < bytes.length ? bytes[i + 1] : 0;
            boolean sign = bytes[i] == '~' && "{}~\n".indexOf(next) >= 0;
            if (sign) {
                pairs = next == '{' || (pairs && next != '}');
                if (next == '~') {
                    gb.write('~');
                }
                i++;
            } else {
                pairs = pairs && bytes[i] != '\n';
                gb.write(pairs ? bytes[i] | 0x80 : bytes[i]);
            }
        }
        return gb.toString(Charset.forName("GB18030"));
    }
}
