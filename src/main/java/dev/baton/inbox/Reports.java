package dev.baton.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports of mail servers and mail programs (RFC 6522): their parts for machines, and the mail that they are about. */
final class Reports {

    private static final Logger log = LoggerFactory.getLogger(Reports.class);

    private static final int LONGEST_PART = 256 * 1024;
    private static final int MOST_SEALS = 20;
    private static final Pattern TYPE = Pattern.compile("report-type\\s*=\\s*\"?([\\w-]+)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> RETURNED = Set.of(
            "message/rfc822",
            "text/rfc822-headers",
            "text/rfc822",
            "message/rfc822-headers",
            "message/global",
            "message/global-headers",
            "message/partial");
    private static final Pattern QUOTED_ID =
            Pattern.compile("(?im)^[> \\t|]{0,40}message-id:\\s{0,80}(<[^<>\\s]{3,600}>)");

    /** Every mail of Baton bears one; {@code docs/decisions/0022}. */
    private static final String SEAL = "X-Baton-Seal";

    private static final Pattern QUOTED_SEAL =
            Pattern.compile("(?im)^[> \\t|]{0,40}" + SEAL + ":\\s{0,80}([0-9a-f]{20})(?![0-9a-f])");

    private Reports() {}

    /** The kind of report that the mail as a whole is, lower-case; {@code unknown} if it does not say which. */
    static Optional<String> type(MailHeaders headers) {
        return headers.raw("Content-Type")
                .filter(value -> headers.says("Content-Type", "multipart/report"))
                .map(value -> {
                    Matcher type = TYPE.matcher(value);
                    return type.find() ? type.group(1).toLowerCase(Locale.ROOT) : "unknown";
                });
    }

    /** The fields of every part of these types: one group after the other, as empty lines part them (RFC 3464 §2.1). */
    static List<Map<String, String>> fields(ReceivedMail mail, String... types) {
        List<Map<String, String>> groups = new ArrayList<>();
        for (Attachment part : mail.attachments()) {
            if (Set.of(types).contains(part.type())) {
                for (String group : groups(MailCharset.decode(bytes(part)))) {
                    groups.add(group(group));
                }
            }
        }
        return groups;
    }

    /** What stands between empty lines. */
    private static List<String> groups(String text) {
        List<String> groups = new ArrayList<>();
        StringBuilder group = new StringBuilder();
        for (String line : (text + "\n\n").split("\n", -1)) {
            if (!line.isBlank()) {
                group.append(line).append('\n');
            } else if (!group.isEmpty()) {
                groups.add(group.toString());
                group.setLength(0);
            }
        }
        return groups;
    }

    private static Map<String, String> group(String text) {
        Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : text.replaceAll("\\r?\\n[ \\t]+", " ").split("\\r?\\n")) {
            int colon = line.indexOf(':');
            if (colon > 0 && line.substring(0, colon).strip().matches("[\\w-]+")) {
                fields.putIfAbsent(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
            }
        }
        return fields;
    }

    /** The headers of the mails that come back with the report. */
    static List<MailHeaders> returned(ReceivedMail mail) {
        return mail.attachments().stream()
                .filter(part -> RETURNED.contains(part.type()))
                .map(part -> HeaderReader.read(bytes(part)))
                .toList();
    }

    /** Message-IDs of the mail it is about: as it came back, as the text quotes it, and as the report answers it. */
    static List<String> about(ReceivedMail mail) {
        Set<String> ids = new LinkedHashSet<>();
        returned(mail).forEach(headers -> MailReader.messageId(headers).ifPresent(ids::add));
        Matcher quoted = QUOTED_ID.matcher(words(mail));
        while (quoted.find() && ids.size() < 20) {
            ids.add(quoted.group(1));
        }
        ids.addAll(mail.references());
        return List.copyOf(ids);
    }

    /** The seals of the mails that come back with the report, or that its text quotes. */
    static List<String> seals(ReceivedMail mail) {
        return Stream.concat(
                        returned(mail).stream().flatMap(headers -> headers.everyRaw(SEAL).stream()),
                        QUOTED_SEAL.matcher(words(mail)).results().map(quoted -> quoted.group(1)))
                .map(seal -> seal.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .limit(MOST_SEALS)
                .toList();
    }

    /** All that the mail says to people. */
    static String words(ReceivedMail mail) {
        return mail.text() + "\n" + mail.cut();
    }

    private static byte[] bytes(Attachment part) {
        try (InputStream content = part.content()) {
            return content.readNBytes(LONGEST_PART);
        } catch (IOException broken) {
            log.debug("A part of a report cannot be read", broken);
            return new byte[0];
        }
    }
}
