package dev.baton.inbox;

import java.nio.charset.Charset;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/** Encoded words in headers (RFC 2047), read as their writers meant them. */
final class EncodedWords {

    private static final Charset UNKNOWN = MailCharset.WINDOWS_1252;

    private EncodedWords() {}

    static String decode(String value) {
        if (!value.contains("=?")) {
            return value;
        }
        return DecoderUtil.decodeEncodedWords(value, DecodeMonitor.SILENT, UNKNOWN, MailCharset.WIDER);
    }
}
