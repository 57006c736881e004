package dev.baton.inbox;

import dev.baton.inbox.BodyReader.Bodies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.field.DateTimeFieldLenientImpl;
import org.apache.james.mime4j.stream.RawField;
import org.jspecify.annotations.Nullable;

/** Reads the bytes of a mail as well as they can be read. Never throws for anything that can be in them. */
final class MailReader {

    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,600}>");

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SUBJECT = 1000;

    private MailReader() {}

    static ReceivedMail read(StoredMail stored) {
        byte[] raw = stored.raw();
        MailHeaders headers = HeaderReader.read(raw);
        Addresses addresses = new Addresses(headers);
        Optional<Addresses.Named> from = addresses.from();
        Bodies bodies = BodyReader.read(raw);
        OwnWords words = bodies.texts().stream().map(BodyReader.Body::ownWords).reduce(OwnWords.NONE, OwnWords::and);
        return new ReceivedMail(
                stored.id(),
                from.map(Addresses.Named::address).orElse(null),
                from.map(Addresses.Named::name)
                        .map(name -> Readable.text(name, LONGEST_NAME))
                        .orElse(null),
                addresses.of("Reply-To"),
                addresses.of("To"),
                addresses.of("Cc"),
                addresses.recipients(),
                subject(headers),
                messageId(headers).orElse(null),
                references(headers),
                sentAt(headers),
                stored.receivedAt(),
                Readable.text(words.own(), BodyReader.LONGEST_TEXT),
                Readable.text(words.cut(), BodyReader.LONGEST_TEXT),
                bodies.html(),
                bodies.attachments(),
                headers,
                stored.size(),
                stored.complete(),
                stored.copyOf());
    }

    static String subject(MailHeaders headers) {
        return Readable.text(headers.first("Subject").orElse("").strip(), LONGEST_SUBJECT);
    }

    static Optional<String> messageId(MailHeaders headers) {
        return headers.everyRaw("Message-ID").stream()
                .flatMap(value -> ids(value).stream())
                .findFirst();
    }

    private static List<String> references(MailHeaders headers) {
        Set<String> all = new LinkedHashSet<>();
        headers.everyRaw("In-Reply-To").forEach(value -> all.addAll(ids(value)));
        List<String> chain = new ArrayList<>();
        headers.everyRaw("References").forEach(value -> chain.addAll(ids(value)));
        Collections.reverse(chain);
        all.addAll(chain);
        return List.copyOf(all);
    }

    private static List<String> ids(String value) {
        Matcher matcher = MESSAGE_ID.matcher(value);
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    private static @Nullable Instant sentAt(MailHeaders headers) {
        return headers.raw("Date").map(MailReader::date).map(Date::toInstant).orElse(null);
    }

    private static @Nullable Date date(String value) {
        return DateTimeFieldLenientImpl.PARSER
                .parse(new RawField("Date", value), DecodeMonitor.SILENT)
                .getDate();
    }
}
