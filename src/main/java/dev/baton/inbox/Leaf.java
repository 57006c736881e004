package dev.baton.inbox;

import java.util.Locale;
import java.util.Map;
import org.apache.james.mime4j.message.MaximalBodyDescriptor;
import org.jspecify.annotations.Nullable;

/** What the headers of one leaf say about it, with the defaults of RFC 2045 §5.2 where they say nothing. */
record Leaf(
        String type,
        boolean attached,
        @Nullable String fileName,
        @Nullable String charset,
        boolean flowed) {

    private static final Map<String, String> ENDINGS = Map.ofEntries(
            Map.entry("message/rfc822", "eml"),
            Map.entry("text/plain", "txt"),
            Map.entry("text/html", "html"),
            Map.entry("text/calendar", "ics"),
            Map.entry("image/jpeg", "jpg"),
            Map.entry("image/png", "png"),
            Map.entry("image/gif", "gif"),
            Map.entry("application/pdf", "pdf"),
            Map.entry("application/ms-tnef", "dat"),
            Map.entry("application/pkcs7-signature", "p7s"),
            Map.entry("application/pgp-signature", "asc"),
            Map.entry("message/delivery-status", "txt"));

    static Leaf of(MaximalBodyDescriptor about) {
        String disposition = about.getContentDispositionType();
        Map<String, String> parameters = about.getContentTypeParameters();
        String name = about.getContentDispositionFilename();
        return new Leaf(
                about.getMimeType() == null ? "text/plain" : about.getMimeType().toLowerCase(Locale.ROOT),
                "attachment".equalsIgnoreCase(disposition),
                name != null ? name : parameters.get("name"),
                about.getCharset(),
                "flowed".equalsIgnoreCase(parameters.get("format")));
    }

    /** Whether it is something to read rather than a file. */
    boolean isBody() {
        return !attached && fileName == null && (type.equals("text/plain") || isHtml());
    }

    boolean isHtml() {
        return type.equals("text/html");
    }

    /** A name without folders and control characters, made up where there is none. */
    String nameOr(int number) {
        String given = fileName == null ? "" : EncodedWords.decode(fileName);
        String plain = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\uFFFD]", "")
                .strip();
        if (plain.isEmpty() || plain.equals(".") || plain.equals("..")) {
            return "attachment-" + number + "." + ENDINGS.getOrDefault(type, "bin");
        }
        return plain.length() > 200 ? plain.substring(plain.length() - 200) : plain;
    }
}
