package dev.baton.inbox;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to text as mail programs mean them. A name stands for the wider set that is really used under it. Bytes that are
 * UTF-8 beyond doubt are read as that, whatever they are called; those that nothing is said of are UTF-8 if they can be, and
 * windows-1252 if not.
 */
final class MailCharset {

    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final Set<String> JIS = Set.of("jis", "cp50220", "cp50221", "cp50222", "50220", "50221", "50222");
    private static final int GUESSED_FROM = 4_000;

    private MailCharset() {}

    /** Bytes that name no charset at all, such as raw headers. */
    static String decode(byte[] bytes) {
        return decode(bytes, null);
    }

    static String decode(byte[] bytes, @Nullable String declared) {
        return decode(bytes, declared, null);
    }

    /** @param hint the charset that is likely where {@code declared} is missing, unknown or too narrow */
    static String decode(byte[] bytes, @Nullable String declared, @Nullable String hint) {
        Optional<String> marked = marked(bytes);
        if (marked.isPresent()) {
            return marked.get();
        }
        String name = declared == null ? "" : CharsetNames.bare(declared);
        if (isJis(name)) {
            return Iso2022Jp.decode(bytes);
        }
        boolean ascii = isAscii(bytes);
        if (name.endsWith("utf7") && ascii) {
            return Utf7.decode(bytes);
        }
        if (name.equals("hzgb2312") && ascii) {
            return HzText.decode(bytes);
        }
        Charset named = declared == null ? null : CharsetNames.of(declared).orElse(null);
        if (ascii && !isWide(named)) {
            return asciiText(bytes, named);
        }
        return named != null && isWide(named) ? wide(bytes, named) : narrow(bytes, named, hint);
    }

    private static boolean isJis(String name) {
        return name.contains("iso2022jp") || JIS.contains(name);
    }

    /** Whether it is read here although Java does not know it. */
    static boolean readsItself(String declared) {
        String name = CharsetNames.bare(declared);
        return isJis(name) || name.endsWith("utf7") || name.equals("hzgb2312");
    }

    private static String asciiText(byte[] bytes, @Nullable Charset named) {
        boolean modest = named == null || named.equals(WINDOWS_1252) || named.equals(StandardCharsets.UTF_8);
        if (modest && Iso2022Jp.isLikely(bytes)) {
            return Iso2022Jp.decode(bytes);
        }
        Optional<Charset> guessed = named == null ? halves(bytes) : Optional.empty();
        Charset reading = guessed.orElse(named == null ? StandardCharsets.US_ASCII : named);
        return new String(bytes, reading);
    }

    private static String narrow(byte[] bytes, @Nullable Charset named, @Nullable String hint) {
        Optional<String> utf8 = strict(bytes, StandardCharsets.UTF_8);
        if (utf8.isPresent() && isSurely(utf8.get(), bytes, named)) {
            return utf8.get();
        }
        if (named != null && !named.equals(StandardCharsets.UTF_8)) {
            return new String(bytes, named);
        }
        Optional<Charset> guessed = named == null ? halves(bytes) : Optional.empty();
        Charset likely = hint == null ? null : CharsetNames.of(hint).orElse(null);
        return guessed.map(charset -> new String(bytes, charset))
                .or(() -> mostlyUtf8(bytes, named))
                .orElseGet(() -> likely == null || likely.equals(StandardCharsets.UTF_8)
                        ? new String(bytes, WINDOWS_1252)
                        : new String(bytes, likely));
    }

    /** Pairs of bytes of an Asian charset can look like UTF-8 by chance; threes cannot. */
    private static boolean isSurely(String utf8, byte[] bytes, @Nullable Charset named) {
        if (named == null || named.equals(StandardCharsets.UTF_8)) {
            return true;
        }
        boolean pairs = !named.canEncode() || named.newEncoder().maxBytesPerChar() >= 2;
        long beyond = utf8.chars().filter(c -> c > 0x7F).count();
        long threes = utf8.chars().filter(c -> c >= 0x800).count();
        return !pairs || threes * 2 > beyond || strict(bytes, named).isEmpty();
    }

    /** Text that says it is UTF-8 and is so but for some broken places, such as a character that was cut in two. */
    private static Optional<String> mostlyUtf8(byte[] bytes, @Nullable Charset named) {
        if (named == null) {
            return Optional.empty();
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        long broken = text.chars().filter(c -> c == '\uFFFD').count();
        long beyond = text.chars().filter(c -> c > 0x7F).count();
        return broken * 3 < beyond ? Optional.of(mended(bytes)) : Optional.empty();
    }

    /** UTF-8 in which a server put a line in windows-1252, such as a footer. */
    private static String mended(byte[] bytes) {
        CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        for (CoderResult result = utf8.decode(in, out, true); result.isError(); result = utf8.decode(in, out, true)) {
            out.put(new String(bytes, in.position(), result.length(), WINDOWS_1252));
            in.position(in.position() + result.length());
        }
        return out.flip().toString();
    }

    private static boolean isWide(@Nullable Charset named) {
        return named != null
                && (named.name().startsWith("UTF-16") || named.name().startsWith("UTF-32"));
    }

    /** Two or four bytes a character, unless they are not that at all; without a mark the order is that of the line ends. */
    private static String wide(byte[] bytes, Charset named) {
        boolean halves = named.name().startsWith("UTF-16");
        Optional<Charset> seen = halves(bytes);
        boolean noZeros = halves && seen.isEmpty() && isAscii(bytes);
        if (noZeros) {
            return new String(bytes, StandardCharsets.US_ASCII);
        }
        Optional<String> utf8 = seen.isEmpty() ? strict(bytes, StandardCharsets.UTF_8) : Optional.empty();
        return utf8.filter(text -> text.indexOf('\0') < 0)
                .orElseGet(() -> new String(bytes, halves ? seen.orElse(named) : named));
    }

    /** What a byte order mark at the start says. */
    private static Optional<String> marked(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            byte[] rest = java.util.Arrays.copyOfRange(bytes, 3, bytes.length);
            return strict(rest, StandardCharsets.UTF_8);
        }
        boolean big = starts(bytes, 0xFE, 0xFF);
        if ((big || starts(bytes, 0xFF, 0xFE)) && bytes.length > 3) {
            Charset charset = big ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
            String text = new String(bytes, 2, (bytes.length - 2) / 2 * 2, charset);
            return halves(bytes).isPresent() || text.indexOf('\uFFFD') < 0 ? Optional.of(text) : Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean starts(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** UTF-16 as its zero bytes show it. */
    private static Optional<Charset> halves(byte[] bytes) {
        int length = Math.min(bytes.length, GUESSED_FROM);
        int[] zeros = new int[2];
        for (int i = 0; i < length; i++) {
            zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
        }
        if (length < 4 || Math.max(zeros[0], zeros[1]) * 8 < length) {
            return Optional.empty();
        }
        if (zeros[1] > 4 * zeros[0]) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return zeros[0] > 4 * zeros[1] ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    static Optional<String> strict(byte[] bytes, Charset charset) {
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
