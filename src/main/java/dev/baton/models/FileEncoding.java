package dev.baton.models;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Whether a file is in the encoding that its first line names (XML 1.0 §4.3.3), before anybody reads it. */
final class FileEncoding {

    private static final int LONGEST_FIRST_LINE = 300;
    private static final Pattern NAMED =
            Pattern.compile("^<\\?xml[^>]{0,200}?encoding\\s{0,9}=\\s{0,9}[\"']([^\"']{1,60})");

    private FileEncoding() {}

    /** @throws UnreadableModel if the encoding is not known, is another one, or has no such letters */
    static void check(byte[] bytes) throws UnreadableModel {
        boolean isWide = begins(bytes, 0xfe, 0xff) || begins(bytes, 0xff, 0xfe);
        Charset found = isWide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        Optional<String> named = named(bytes, isWide ? found : StandardCharsets.ISO_8859_1);
        boolean namesWide = named.filter(name -> name.toUpperCase(Locale.ROOT).startsWith("UTF-16"))
                .isPresent();
        if (named.isPresent() && isWide != namesWide) {
            throw new UnreadableModel("encoding.other", 1, named.get());
        }
        decode(bytes, isWide || named.isEmpty() ? found : charset(named.get()));
    }

    private static Optional<String> named(byte[] bytes, Charset charset) {
        String start = new String(bytes, 0, Math.min(LONGEST_FIRST_LINE, bytes.length), charset);
        Matcher matcher = NAMED.matcher(start.replaceFirst("^(?:\ufeff|\u00ef\u00bb\u00bf)", ""));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Charset charset(String name) throws UnreadableModel {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new UnreadableModel("encoding.unknown", 1, name);
        }
    }

    private static void decode(byte[] bytes, Charset charset) throws UnreadableModel {
        CharsetDecoder decoder = charset.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate((int) (bytes.length * (double) decoder.maxCharsPerByte()) + 1);
        if (decoder.decode(in, out, true).isError()) {
            long lines = IntStream.range(0, in.position())
                    .filter(place -> bytes[place] == '\n')
                    .count();
            throw new UnreadableModel("encoding", (int) lines + 1, "");
        }
    }

    private static boolean begins(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
    }
}
