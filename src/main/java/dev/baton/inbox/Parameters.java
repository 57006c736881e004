package dev.baton.inbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.ByteSequence;
import org.apache.james.mime4j.util.ContentUtil;
import org.jspecify.annotations.Nullable;

/**
 * A structured header such as Content-Type: its word and its parameters, read in every form that is met: plain, encoded words
 * though RFC 2047 §5 forbids them, RFC 2231 with and without charset, in pieces, in any order, some of them encoded. Where a
 * parameter is given in several forms, that of RFC 2231 counts.
 */
final class Parameters {

    private static final Pattern PIECE = Pattern.compile("([^*]+)(?:\\*(\\d{1,4}))?(\\*)?");
    private static final Pattern PERCENT = Pattern.compile("%[0-9A-Fa-f]{2}");

    /**
     * One piece of a value.
     *
     * @param encoded whether it says that it is percent-encoded
     */
    private record Piece(String value, boolean encoded) {}

    private final String word;
    private final Map<String, String> values = new LinkedHashMap<>();

    private Parameters(String word) {
        this.word = word;
    }

    static Parameters of(String header) {
        Sheltered sheltered = new Sheltered(header);
        ByteSequence bytes = ContentUtil.encode(sheltered.text());
        RawBody body = RawFieldParser.DEFAULT.parseRawBody(bytes, new ParserCursor(0, bytes.length()));
        String word = body.getValue() == null ? "" : sheltered.restored(body.getValue());
        Parameters parameters = new Parameters(word.strip().toLowerCase(Locale.ROOT));
        parameters.read(body.getParams(), sheltered);
        return parameters;
    }

    /** What stands before the first parameter, lower-case. */
    String word() {
        return word;
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private void read(List<NameValuePair> pairs, Sheltered sheltered) {
        Map<String, TreeMap<Integer, Piece>> pieces = new LinkedHashMap<>();
        Map<String, Piece> wholes = new LinkedHashMap<>();
        for (NameValuePair pair : pairs) {
            Matcher name = PIECE.matcher(pair.getName().strip().toLowerCase(Locale.ROOT));
            if (pair.getValue() == null || !name.matches()) {
                continue;
            }
            boolean encoded = name.group(3) != null;
            Piece piece = new Piece(sheltered.restored(pair.getValue()), encoded);
            if (name.group(2) == null && !encoded) {
                values.putIfAbsent(name.group(1), plain(piece.value()));
            } else if (name.group(2) == null) {
                wholes.putIfAbsent(name.group(1), piece);
            } else {
                pieces.computeIfAbsent(name.group(1), key -> new TreeMap<>())
                        .putIfAbsent(Integer.parseInt(name.group(2)), piece);
            }
        }
        pieces.forEach((name, numbered) -> keep(name, joined(new ArrayList<>(numbered.values()))));
        wholes.forEach((name, piece) -> keep(name, joined(List.of(piece))));
    }

    private void keep(String name, String value) {
        if (!value.isBlank() && value.indexOf('\uFFFD') < 0) {
            values.put(name, value);
        } else {
            values.putIfAbsent(name, value);
        }
    }

    private static String joined(List<Piece> pieces) {
        if (pieces.stream().noneMatch(Piece::encoded)) {
            StringBuilder whole = new StringBuilder();
            pieces.forEach(piece -> whole.append(piece.value()));
            return plain(whole.toString());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String charset = null;
        for (int i = 0; i < pieces.size(); i++) {
            String value = pieces.get(i).value();
            int language = i == 0 ? value.indexOf('\'') : -1;
            int text = language < 0 ? -1 : value.indexOf('\'', language + 1);
            if (text >= 0 && pieces.get(0).encoded()) {
                charset = value.substring(0, language);
                value = value.substring(text + 1);
            }
            bytes.writeBytes(pieces.get(i).encoded() ? percent(value) : bytes(EncodedWords.decode(value)));
        }
        return EncodedWords.decode(MailCharset.decode(bytes.toByteArray(), charset));
    }

    /** A value that says nothing of an encoding, and may have one all the same. */
    private static String plain(String value) {
        if (value.contains("=?")) {
            return EncodedWords.decode(value);
        }
        if (PERCENT.matcher(value).find()) {
            byte[] bytes = percent(value);
            boolean beyond = !MailCharset.isAscii(bytes);
            return beyond ? MailCharset.strict(bytes, StandardCharsets.UTF_8).orElse(value) : value;
        }
        return value;
    }

    private static byte[] bytes(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] percent(String value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            int decoded = c == '%' && i + 2 < value.length()
                    ? QuotedPrintableContent.value(value.charAt(i + 1), value.charAt(i + 2))
                    : -1;
            if (decoded >= 0) {
                out.write(decoded);
                i += 2;
            } else {
                out.writeBytes(bytes(String.valueOf(c)));
            }
        }
        return out.toByteArray();
    }

    /** The charset parameter, if there is one. */
    @Nullable
    String charset() {
        return get("charset").orElse(null);
    }
}
