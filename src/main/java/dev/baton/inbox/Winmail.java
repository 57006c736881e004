package dev.baton.inbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hmef.Attachment;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.MAPIAttribute;
import org.apache.poi.hmef.attribute.MAPIStringAttribute;
import org.apache.poi.hmef.attribute.TNEFAttribute;
import org.apache.poi.hmef.attribute.TNEFProperty;
import org.apache.poi.hsmf.datatypes.MAPIProperty;
import org.jspecify.annotations.Nullable;

/**
 * What Outlook packed into a {@code winmail.dat} (MS-OXTNEF).
 *
 * @param plain the body, from its RTF if there is no other
 * @param html the body as HTML
 */
record Winmail(@Nullable String plain, @Nullable String html, List<File> files) {

    private static final int SIGNATURE = 0x223e9f78;

    /** All properties together; compressed RTF among them grows to ten times its size. */
    private static final int MOST_PROPERTIES = 3 * 1024 * 1024;

    private static final int MOST_FILES = 500;

    /** A file that was packed. */
    record File(String name, byte[] content) implements PackedFile {}

    /** Nothing if it is broken, or claims more than it holds. */
    static Optional<Winmail> unpacked(byte[] bytes) {
        if (!isSound(bytes)) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(new HMEFMessage(new ByteArrayInputStream(bytes))));
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        }
    }

    /** Whether the attributes fill the file, before anything is made as large as it says it is. */
    private static boolean isSound(byte[] bytes) {
        if (bytes.length < 6 || number(bytes, 0) != SIGNATURE) {
            return false;
        }
        long at = 6;
        long properties = 0;
        int attributes = 0;
        while (at + 11 <= bytes.length && attributes++ < 20 * MOST_FILES) {
            if (bytes[(int) at] != 1 && bytes[(int) at] != 2) {
                break;
            }
            int id = bytes[(int) at + 1] & 0xFF | (bytes[(int) at + 2] & 0xFF) << 8;
            long length = number(bytes, (int) at + 5) & 0xFFFFFFFFL;
            boolean isProperties = id == TNEFProperty.ID_MAPIPROPERTIES.id || id == TNEFProperty.ID_ATTACHMENT.id;
            properties += isProperties ? length : 0;
            at += 11 + length;
            if (at > bytes.length || properties > MOST_PROPERTIES) {
                return false;
            }
        }
        return at + 11 > bytes.length || attributes < 20 * MOST_FILES;
    }

    private static int number(byte[] bytes, int at) {
        return bytes[at] & 0xFF
                | (bytes[at + 1] & 0xFF) << 8
                | (bytes[at + 2] & 0xFF) << 16
                | (bytes[at + 3] & 0xFF) << 24;
    }

    private static Winmail of(HMEFMessage message) {
        List<File> files = new ArrayList<>();
        for (Attachment attachment : message.getAttachments()) {
            file(attachment).filter(file -> files.size() < MOST_FILES).ifPresent(files::add);
        }
        return new Winmail(plain(message), html(message), List.copyOf(files));
    }

    private static Optional<File> file(Attachment attachment) {
        TNEFAttribute data = attachment.getAttribute(TNEFProperty.ID_ATTACHDATA);
        byte[] content = data == null ? new byte[0] : data.getData();
        if (content.length == 0) {
            return Optional.empty();
        }
        String given = first(attachment.getLongFilename(), attachment.getFilename());
        return Optional.of(new File(given == null ? "" : given, content));
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null || one.isBlank() ? other : one;
    }

    private static @Nullable String plain(HMEFMessage message) {
        MAPIAttribute body = message.getMessageMAPIAttribute(MAPIProperty.BODY);
        if (body instanceof MAPIStringAttribute text && !text.getDataString().isBlank()) {
            return text.getDataString();
        }
        TNEFAttribute old = message.getMessageAttribute(TNEFProperty.ID_BODY);
        if (old != null && old.getData().length > 0) {
            return MailCharset.decode(old.getData()).replace("\0", "");
        }
        MAPIAttribute rtf = message.getMessageMAPIAttribute(MAPIProperty.RTF_COMPRESSED);
        return rtf == null ? null : RtfText.plain(rtf.getData());
    }

    private static @Nullable String html(HMEFMessage message) {
        MAPIAttribute html = message.getMessageMAPIAttribute(MAPIProperty.BODY_HTML);
        if (html instanceof MAPIStringAttribute text) {
            return text.getDataString();
        }
        return html == null ? null : MailCharset.decode(html.getData());
    }
}
