package dev.baton.requests;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The bytes of a mail or of one of its files without what would let their reader act for somebody else: links and answer
 * addresses that are one person's alone, also within parts in base64. All else is as it came (docs/decisions/0026).
 */
@Component
public class SourceWithoutLinks {

    private static final Pattern CODED = Pattern.compile("[A-Za-z0-9+/]+={0,2}");

    /** No address of ours is as short as what fewer characters of base64 hold. */
    private static final int SHORTEST_CODED = 32;

    /** Characters of one part in base64 that are decoded; what is longer is no text that a person wrote. */
    private static final int LONGEST_CODED = 2 * 1024 * 1024;

    private static final int MUCH = 256 * 1024;
    private static final int MOST = 4 * 1024 * 1024;
    private static final int DEEPEST = 3;

    private final WithoutLinks withoutLinks;

    SourceWithoutLinks(WithoutLinks withoutLinks) {
        this.withoutLinks = withoutLinks;
    }

    /**
     * Copies one into the other; closes neither.
     *
     * @throws IOException if one cannot be read or the other not be written
     */
    public void copy(InputStream from, OutputStream to) throws IOException {
        copy(from, to, 0);
    }

    private void copy(InputStream from, OutputStream to, int depth) throws IOException {
        InputStream lines = new BufferedInputStream(from, MUCH);
        StringBuilder text = new StringBuilder();
        StringBuilder coded = new StringBuilder();
        for (String line = line(lines); !line.isEmpty(); line = line(lines)) {
            String bare = line.stripTrailing();
            if (CODED.matcher(bare).matches()) {
                coded.append(line);
                if (coded.length() > LONGEST_CODED) {
                    flush(text.append(coded), to);
                    coded.setLength(0);
                } else if (bare.endsWith("=")) {
                    text.append(plain(coded, depth));
                    coded.setLength(0);
                }
                continue;
            }
            text.append(plain(coded, depth)).append(line);
            coded.setLength(0);
            // A link may be broken between lines, but not around an empty one.
            if (text.length() > (bare.isEmpty() ? MUCH : MOST)) {
                flush(text, to);
            }
        }
        flush(text.append(plain(coded, depth)), to);
    }

    /** A line with its end, or as much of it as is looked at at once; empty at the end. */
    private static String line(InputStream lines) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int each = lines.read(); each >= 0; each = lines.read()) {
            line.append((char) each);
            if (each == '\n' || line.length() >= MOST) {
                break;
            }
        }
        return line.toString();
    }

    private void flush(StringBuilder text, OutputStream to) throws IOException {
        to.write(withoutLinks.in(text.toString()).getBytes(StandardCharsets.ISO_8859_1));
        text.setLength(0);
    }

    /** The same where it holds no such link; else the rest of it in base64 again. */
    private CharSequence plain(StringBuilder coded, int depth) throws IOException {
        if (coded.length() < SHORTEST_CODED || coded.length() > LONGEST_CODED || depth == DEEPEST) {
            return coded.toString();
        }
        byte[] content = decoded(coded);
        ByteArrayOutputStream kept = new ByteArrayOutputStream(content.length);
        copy(new ByteArrayInputStream(content), kept, depth + 1);
        return Arrays.equals(content, kept.toByteArray())
                ? coded.toString()
                : Base64.getMimeEncoder().encodeToString(kept.toByteArray()) + "\r\n";
    }

    /** Of one that is cut or broken, what can be read: four characters are three bytes. */
    private static byte[] decoded(StringBuilder coded) {
        String letters = coded.chars()
                .filter(each -> each > ' ' && each != '=')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        int last = letters.length() % 4;
        return Base64.getDecoder().decode(last == 1 ? letters.substring(0, letters.length() - 1) : letters);
    }
}
