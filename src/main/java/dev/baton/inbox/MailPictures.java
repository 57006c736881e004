package dev.baton.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pictures that a mail brings with it, by the names that its HTML calls them ({@code cid:}, RFC 2392). */
final class MailPictures {

    private static final Logger log = LoggerFactory.getLogger(MailPictures.class);
    private static final int LARGEST = 3 * 1024 * 1024;
    private static final int LARGEST_TOGETHER = 10 * 1024 * 1024;

    private final List<Attachment> attachments;

    MailPictures(List<Attachment> attachments) {
        this.attachments = attachments;
    }

    /** The {@code data:} address of each picture that the HTML names. They are read in their order, in one walk. */
    Map<String, String> of(Set<String> contentIds) {
        Map<String, String> found = new HashMap<>();
        int left = LARGEST_TOGETHER;
        for (Attachment attachment : attachments) {
            String id = attachment.contentId();
            if (id != null && contentIds.contains(id) && attachment.size() <= Math.min(left, LARGEST)) {
                left -= (int) attachment.size();
                address(attachment).ifPresent(address -> found.put(id, address));
            }
        }
        return found;
    }

    /** The Content-ID that an address names. */
    static String contentId(String address) {
        String id = address.strip().substring("cid:".length());
        try {
            return URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return id;
        }
    }

    static boolean isNamedBy(String address) {
        return address.strip().toLowerCase(Locale.ROOT).startsWith("cid:");
    }

    private static Optional<String> address(Attachment attachment) {
        try (InputStream content = attachment.content()) {
            byte[] bytes = content.readNBytes(LARGEST);
            return type(bytes)
                    .map(type ->
                            "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes));
        } catch (IOException unreadable) {
            log.debug("A picture of a mail cannot be read", unreadable);
            return Optional.empty();
        }
    }

    /** What it is by its first bytes, whatever the mail calls it; nothing if it is no picture of a kind that is only that. */
    private static Optional<String> type(byte[] bytes) {
        String start = new String(Arrays.copyOf(bytes, 12), StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of("image/png");
        }
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of("image/jpeg");
        }
        if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
            return Optional.of("image/gif");
        }
        return start.startsWith("RIFF") && start.endsWith("WEBP") ? Optional.of("image/webp") : Optional.empty();
    }
}
