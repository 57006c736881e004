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

    /** No link of ours is as short as what a line of fewer characters holds. */
    private static final Pattern CODED = Pattern.compile("[A-Za-z0-9+/]{40,}={0,2}");

    private static final Pattern LAST_CODED = Pattern.compile("[A-Za-z0-9+/]{1,}={0,2}");

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
            if ((coded.isEmpty() ? CODED : LAST_CODED).matcher(bare).matches()) {
                coded.append(line);
                if (coded.length() > LONGEST_CODED) {
                    flush(text.append(coded), to);
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
        if (coded.length() < 60 || coded.length() > LONGEST_CODED || depth == DEEPEST) {
            return coded.toString();
        }
        byte[] content = decoded(coded);
        // Texts in two bytes a letter hold it too.
        byte[] letters = without0(content);
        ByteArrayOutputStream kept = new ByteArrayOutputStream(letters.length);
        copy(new ByteArrayInputStream(letters), kept, depth + 1);
        return Arrays.equals(letters, kept.toByteArray())
                ? coded.toString()
                : Base64.getMimeEncoder().encodeToString(kept.toByteArray()) + "\r\n";
    }

    private static byte[] decoded(StringBuilder coded) {
        try {
            return Base64.getMimeDecoder().decode(coded.toString().getBytes(StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException noBase64) {
            return new byte[0];
        }
    }

    private static byte[] without0(byte[] content) {
        ByteArrayOutputStream letters = new ByteArrayOutputStream(content.length);
        for (byte each : content) {
            if (each != 0) {
                letters.write(each);
            }
        }
        return letters.toByteArray();
    }
}
