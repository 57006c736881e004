package dev.baton.inbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hmef.Attachment;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.MAPIAttribute;
import org.apache.poi.hmef.attribute.TNEFAttribute;
import org.apache.poi.hmef.attribute.TNEFProperty;
import org.apache.poi.hsmf.datatypes.MAPIProperty;
import org.apache.poi.hsmf.datatypes.Types;
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
    private static final int DEEPEST = 3;

    /** Bytes before an attached mail that say what it is. */
    private static final int INTERFACE = 16;

    static {
        MAPIAttribute.setMaxRecordLength(MOST_PROPERTIES);
    }

    /** A file that was packed. */
    record File(String name, byte[] content) implements PackedFile {}

    /** Nothing if it is broken, or claims more than it holds. */
    static Optional<Winmail> unpacked(byte[] bytes) {
        return unpacked(bytes, 1);
    }

    private static Optional<Winmail> unpacked(byte[] bytes, int depth) {
        if (!isSound(bytes)) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(new HMEFMessage(new ByteArrayInputStream(bytes)), depth));
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

    private static Winmail of(HMEFMessage message, int depth) {
        String codePage = codePage(message);
        List<File> files = new ArrayList<>();
        for (Attachment attachment : message.getAttachments()) {
            files(attachment, codePage, depth).stream()
                    .limit(MOST_FILES - files.size())
                    .forEach(files::add);
        }
        return new Winmail(plain(message, codePage), html(message, codePage), List.copyOf(files));
    }

    /** How letters of one byte are to be read. */
    private static @Nullable String codePage(HMEFMessage message) {
        TNEFAttribute said = message.getMessageAttribute(TNEFProperty.ID_OEMCODEPAGE);
        return said == null || said.getData().length < 4 ? null : "cp" + number(said.getData(), 0);
    }

    private static List<File> files(Attachment attachment, @Nullable String codePage, int depth) {
        String name = name(attachment, codePage);
        TNEFAttribute data = attachment.getAttribute(TNEFProperty.ID_ATTACHDATA);
        MAPIAttribute packed = attachment.getMAPIAttribute(MAPIProperty.ATTACH_DATA);
        if (packed != null && packed.getData().length > INTERFACE && depth < DEEPEST) {
            byte[] mail = Arrays.copyOfRange(packed.getData(), INTERFACE, packed.getData().length);
            Optional<Winmail> inner = unpacked(mail, depth + 1);
            if (inner.isPresent()) {
                return inner.get().asFiles(name);
            }
        }
        byte[] content = data == null ? new byte[0] : data.getData();
        return content.length == 0 ? List.of() : List.of(new File(name, content));
    }

    private static String name(Attachment attachment, @Nullable String codePage) {
        String name = text(attachment.getMAPIAttribute(MAPIProperty.ATTACH_LONG_FILENAME), codePage);
        TNEFAttribute title = attachment.getAttribute(TNEFProperty.ID_ATTACHTITLE);
        return name.isBlank() && title != null ? text(title.getData(), codePage) : name;
    }

    /** A mail that is attached to the mail: its words as a file, and its files. */
    private List<File> asFiles(String name) {
        List<File> all = new ArrayList<>();
        String words = plain == null || plain.isBlank() ? html : plain;
        if (words != null) {
            String ending = words.equals(html) ? ".html" : ".txt";
            all.add(new File((name.isBlank() ? "mail" : name) + ending, words.getBytes(StandardCharsets.UTF_8)));
        }
        all.addAll(files);
        return all;
    }

    private static String text(@Nullable MAPIAttribute attribute, @Nullable String codePage) {
        if (attribute == null) {
            return "";
        }
        boolean wide = attribute.getType() == Types.UNICODE_STRING.getId();
        return wide
                ? new String(attribute.getData(), StandardCharsets.UTF_16LE).replace("\0", "")
                : text(attribute.getData(), codePage);
    }

    private static String text(byte[] bytes, @Nullable String codePage) {
        return MailCharset.decode(bytes, codePage).replace("\0", "");
    }

    private static @Nullable String plain(HMEFMessage message, @Nullable String codePage) {
        String body = text(message.getMessageMAPIAttribute(MAPIProperty.BODY), codePage);
        if (!body.isBlank()) {
            return body;
        }
        TNEFAttribute old = message.getMessageAttribute(TNEFProperty.ID_BODY);
        if (old != null && old.getData().length > 0) {
            return text(old.getData(), codePage);
        }
        MAPIAttribute rtf = message.getMessageMAPIAttribute(MAPIProperty.RTF_COMPRESSED);
        return rtf == null ? null : RtfText.plain(rtf.getData());
    }

    private static @Nullable String html(HMEFMessage message, @Nullable String codePage) {
        MAPIAttribute html = message.getMessageMAPIAttribute(MAPIProperty.BODY_HTML);
        if (html == null || html.getType() == Types.UNICODE_STRING.getId()) {
            return html == null ? null : text(html, codePage);
        }
        return text(html.getData(), BodyText.named(html.getData()).orElse(codePage));
    }
}
