package dev.baton.outbox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A picture that a mail shows among its words. It is kept as it was drawn, as SVG; mail programs show no SVG, so a PNG of it
 * goes out (docs/decisions/0055).
 *
 * @param svg a whole SVG document
 * @param says the same in words, for whoever does not see it
 * @param width in pixels as a mail program counts them; on a narrower screen it shrinks
 */
public record MailPicture(String svg, String says, int width) {

    private static final String CONTENT_ID = "baton-picture.";

    /** Whether a picture with this Content-ID, which an answer can bring back, is one of ours. */
    public static boolean isOurs(@Nullable String contentId) {
        return contentId != null && contentId.startsWith(CONTENT_ID);
    }

    static String contentId(int number, String messageId) {
        return CONTENT_ID + number + "." + messageId.substring(1, messageId.length() - 1);
    }

    /** What a template may name as {@code mail.picture}. */
    record Shown(String source, String says, int width) {}

    Shown shown() {
        return new Shown(
                PicturesInMail.SVG + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8)),
                says,
                width);
    }
}
