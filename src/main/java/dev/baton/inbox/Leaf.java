package dev.baton.inbox;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of one leaf of a mail say about it.
 *
 * @param attached whether it says that it is to be kept rather than shown
 * @param contentId by which HTML names it, without angle brackets
 * @param protocol parameters that say more about its type: {@code smime-type}, {@code method} and such
 */
record Leaf(
        String type,
        boolean attached,
        @Nullable String fileName,
        @Nullable String charset,
        boolean flowed,
        boolean delSp,
        @Nullable String contentId,
        Parameters about) {

    private static final Map<String, String> ENDINGS = Map.ofEntries(
            Map.entry("message/rfc822", "eml"),
            Map.entry("message/global", "eml"),
            Map.entry("text/plain", "txt"),
            Map.entry("text/html", "html"),
            Map.entry("text/calendar", "ics"),
            Map.entry("text/csv", "csv"),
            Map.entry("text/vcard", "vcf"),
            Map.entry("text/x-vcard", "vcf"),
            Map.entry("image/jpeg", "jpg"),
            Map.entry("image/png", "png"),
            Map.entry("image/gif", "gif"),
            Map.entry("application/pdf", "pdf"),
            Map.entry("application/ms-tnef", "dat"),
            Map.entry("application/pkcs7-signature", "p7s"),
            Map.entry("application/x-pkcs7-signature", "p7s"),
            Map.entry("application/pkcs7-mime", "p7m"),
            Map.entry("application/x-pkcs7-mime", "p7m"),
            Map.entry("application/pgp-signature", "asc"),
            Map.entry("message/delivery-status", "txt"));

    private static final Set<String> WORDS = Set.of(
            "text/plain",
            "text/html",
            "text/enriched",
            "text/richtext",
            "text/markdown",
            "text/x-markdown",
            "text/unknown",
            "text/x-plain");

    private static final Parameters NONE = Parameters.of("");

    static Leaf of(PartHead head) {
        Parameters about = head.about();
        return new Leaf(
                head.type(),
                head.disposition().word().equals("attachment"),
                head.disposition()
                        .get("filename")
                        .or(() -> about.get("name"))
                        .or(() -> head.disposition().get("name"))
                        .or(() -> about.get("filename"))
                        .orElse(null),
                about.charset(),
                about.get("format").filter("flowed"::equalsIgnoreCase).isPresent(),
                about.get("delsp").filter("yes"::equalsIgnoreCase).isPresent(),
                id(head.fields().get("content-id")),
                about);
    }

    /** Text that stands where parts should be. */
    static Leaf text(@Nullable PartHead head) {
        String charset = head == null ? null : head.getCharset();
        return new Leaf("text/plain", false, null, charset, false, false, null, NONE);
    }

    private static @Nullable String id(@Nullable String value) {
        String bare = value == null ? "" : value.replaceAll("[<>\\s]", "");
        return bare.isEmpty() ? null : bare;
    }

    /** Whether it is something to read rather than a file. */
    boolean isBody() {
        return !attached && fileName == null && WORDS.contains(type);
    }

    /** Whether it is shown as text and has a file's name: some programs name even the words of a mail. */
    boolean isNamedBody() {
        return !attached && fileName != null && WORDS.contains(type);
    }

    boolean isHtml() {
        return type.equals("text/html");
    }

    /** Whether it is text with marks of RFC 1896 or its forerunner. */
    boolean isEnriched() {
        return type.equals("text/enriched") || type.equals("text/richtext");
    }

    /** Whether it is a whole mail. */
    boolean isMail() {
        return type.equals("message/rfc822") || type.equals("message/global");
    }

    /** Whether it is what Outlook wraps a mail in. */
    boolean isTnef() {
        String name = fileName == null ? "" : fileName.toLowerCase(Locale.ROOT);
        return type.endsWith("/ms-tnef")
                || type.endsWith("/vnd.ms-tnef")
                || name.equals("winmail.dat")
                || name.equals("win.dat");
    }

    /** Whether it is an invitation or an answer to one. */
    boolean isCalendar() {
        return type.equals("text/calendar") || type.equals("application/ics");
    }

    /** A parameter of its type. */
    Optional<String> parameter(String name) {
        return about.get(name);
    }

    /** A name without folders and control characters, made up where there is none. */
    String nameOr(int number) {
        String plain = fileName == null ? "" : plain(fileName);
        if (plain.isEmpty()) {
            return (isCalendar() ? "invite" : "attachment-" + number) + "." + ending();
        }
        return plain;
    }

    private String ending() {
        String known = ENDINGS.get(type);
        String picture = type.startsWith("image/") ? type.substring("image/".length()) : "";
        return known != null ? known : picture.matches("[a-z0-9]{3,4}") ? picture : "bin";
    }

    /** The name without folders and what no file system takes; empty if nothing is left. */
    static String plain(String given) {
        String plain = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\uFFFD\\u202A-\\u202E\\u2066-\\u2069]", "")
                .strip();
        if (plain.equals(".") || plain.equals("..")) {
            return "";
        }
        return plain.length() > 200 ? plain.substring(plain.length() - 200) : plain;
    }
}
