package dev.baton.inbox;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to text as mail programs mean them: names stand for the wider set that is really used, a wrong or missing name
 * is met by UTF-8 where the bytes are that, and by windows-1252 where they are not.
 */
final class MailCharset {

    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** What programs call by the narrow name and fill with the wide one (as the WHATWG Encoding standard maps them). */
    static final Map<Charset, Charset> WIDER = wider(Map.of(
            "US-ASCII", "windows-1252",
            "ISO-8859-1", "windows-1252",
            "ISO-8859-9", "windows-1254",
            "GB2312", "GB18030",
            "GBK", "GB18030",
            "EUC-KR", "x-windows-949",
            "Shift_JIS", "windows-31j",
            "ISO-2022-JP", "x-windows-iso2022jp",
            "TIS-620", "x-windows-874"));

    private MailCharset() {}

    /** A trimmed Java runtime may lack some of them. */
    private static Map<Charset, Charset> wider(Map<String, String> names) {
        Map<Charset, Charset> map = new HashMap<>();
        names.forEach((narrow, wide) -> {
            if (Charset.isSupported(narrow) && Charset.isSupported(wide)) {
                map.put(Charset.forName(narrow), Charset.forName(wide));
            }
        });
        return Map.copyOf(map);
    }

    static String decode(byte[] bytes, @Nullable String declared) {
        Optional<Charset> named = declared == null ? Optional.empty() : named(declared);
        boolean saysNothing = named.isEmpty()
                || named.get().equals(StandardCharsets.US_ASCII)
                || named.get().equals(StandardCharsets.UTF_8);
        if (saysNothing) {
            return strict(bytes, StandardCharsets.UTF_8).orElseGet(() -> new String(bytes, WINDOWS_1252));
        }
        Charset wide = WIDER.getOrDefault(named.get(), named.get());
        return new String(bytes, wide);
    }

    /** Bytes that name no charset at all, such as raw headers. */
    static String decode(byte[] bytes) {
        return decode(bytes, null);
    }

    private static Optional<Charset> named(String declared) {
        String name = declared.strip().replace("\"", "").replace("'", "");
        try {
            return Optional.of(Charset.forName(name.equalsIgnoreCase("ks_c_5601-1987") ? "x-windows-949" : name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }
}
