package dev.baton.inbox;

import java.util.Locale;
import java.util.Map;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of one part say, with the defaults of RFC 2045 §5.2 where they say nothing or nonsense.
 *
 * @param type media type, lower-case
 * @param about Content-Type
 * @param disposition Content-Disposition
 * @param fields its Content headers by lower-case name
 */
record PartHead(String type, Parameters about, Parameters disposition, Map<String, String> fields)
        implements BodyDescriptor {

    /** RFC 2046 §5.1.1 allows 70; the parser's buffer is twice as large as a boundary. */
    private static final int LONGEST_BOUNDARY = 32_000;

    static PartHead of(Map<String, String> fields, String typeIfMissing) {
        String declared = fields.getOrDefault("content-type", "");
        Parameters about = Parameters.of(declared);
        Parameters disposition = Parameters.of(fields.getOrDefault("content-disposition", ""));
        return new PartHead(type(about.word(), typeIfMissing), about, disposition, fields);
    }

    private static String type(String word, String typeIfMissing) {
        String plain = word.replaceFirst("(?s)\\s.*", "").replaceAll("[^!-~]", "");
        int slash = plain.indexOf('/');
        if (slash > 0 && slash < plain.length() - 1) {
            return plain.length() > 100 ? plain.substring(0, 100) : plain;
        }
        return switch (plain.replace("/", "")) {
            case "" -> typeIfMissing;
            case "html" -> "text/html";
            case "multipart" -> "multipart/mixed";
            default -> "text/plain";
        };
    }

    boolean isMultipart() {
        return type.startsWith("multipart/");
    }

    /** One that a walk can go into, since its boundary is known. */
    private boolean isBounded() {
        return isMultipart() && getBoundary() != null;
    }

    /** The type by which the parser goes on: a multipart whose boundary nobody knows is a leaf to it. */
    @Override
    public String getMimeType() {
        return isMultipart() && !isBounded() ? "application/octet-stream" : type;
    }

    @Override
    public String getMediaType() {
        return type.substring(0, type.indexOf('/'));
    }

    @Override
    public String getSubType() {
        return type.substring(type.indexOf('/') + 1);
    }

    @Override
    public @Nullable String getBoundary() {
        return about.get("boundary")
                .filter(boundary -> boundary.length() <= LONGEST_BOUNDARY)
                .orElse(null);
    }

    @Override
    public @Nullable String getCharset() {
        return about.charset();
    }

    /** Its letters and digits alone, lower-case: people write {@code base-64} and {@code "quoted printable"}. */
    @Override
    public String getTransferEncoding() {
        String declared = fields.getOrDefault("content-transfer-encoding", "7bit");
        return Parameters.of(declared).word().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    @Override
    public long getContentLength() {
        return -1;
    }
}
