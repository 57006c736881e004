package dev.baton.inbox;

import dev.baton.inbox.BodyReader.Bodies;
import dev.baton.shared.FailurePath;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the bytes of a mail as well as they can be read. Never throws for anything that can be in them. */
final class MailReader {

    private static final Logger log = LoggerFactory.getLogger(MailReader.class);
    private static final Bodies NOTHING = new Bodies(List.of(), List.of());

    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,600}>");

    /** Longer than any conversation; the ones before are those of its beginning. */
    private static final int MOST_REFERENCES = 100;

    private static final int LOOKED_AT = 4_000;
    private static final int LONGEST_DATE = 200;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SUBJECT = 1000;

    private MailReader() {}

    static ReceivedMail read(StoredMail stored) {
        return read(stored, 0);
    }

    /** @param depth how many mails it is attached in */
    static ReceivedMail read(StoredMail stored, int depth) {
        byte[] raw = LineEnds.readable(stored.raw());
        Head head = Head.of(raw, ReadingLimits.STANDARD);
        MailHeaders headers = HeaderReader.read(raw, head);
        Notes notes = new Notes();
        notes.addAll(head.notes());
        Addresses addresses = new Addresses(headers);
        Optional<Addresses.Named> from = addresses.from();
        Bodies bodies = bodies(raw, notes);
        Forwards forwards = forwards(bodies, headers, notes, depth);
        OwnWords words = forwards.words();
        words.doubts().forEach(doubt -> notes.add(doubt.note()));
        if (headers.all().isEmpty() && !isText(raw)) {
            notes.add(Note.UNREADABLE);
        }
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
                Readable.text(words.own(), ReadingLimits.STANDARD.text()),
                Readable.text(words.cut(), ReadingLimits.STANDARD.text()),
                bodies.html(),
                bodies.attachments(),
                headers,
                stored.size(),
                stored.complete(),
                stored.copyOf(),
                notes.all(),
                forwards.forwarded().orElse(null));
    }

    private static Bodies bodies(byte[] raw, Notes notes) {
        try {
            return BodyReader.read(raw, ReadingLimits.STANDARD, notes);
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            log.warn("The body of a mail cannot be read: {}", new FailurePath(broken));
            notes.add("unreadable-body");
            return NOTHING;
        }
    }

    private static Forwards forwards(Bodies bodies, MailHeaders headers, Notes notes, int depth) {
        try {
            boolean answers = headers.first("In-Reply-To").isPresent();
            return Forwards.in(bodies, subject(headers), answers, depth);
        } catch (RuntimeException | StackOverflowError broken) {
            log.warn("The words of a mail cannot be told apart: {}", new FailurePath(broken));
            notes.add("unreadable-body");
            return new Forwards(OwnWords.NONE, Optional.empty());
        }
    }

    /** Whether these bytes, which have no header, may at least be words. */
    private static boolean isText(byte[] raw) {
        String start = MailCharset.decode(Arrays.copyOf(raw, Math.min(raw.length, LOOKED_AT)));
        long odd = start.chars()
                .filter(c -> (c < ' ' && !Character.isWhitespace(c)) || c == '\uFFFD')
                .count();
        return odd * 20 <= start.length();
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
        return all.stream().limit(MOST_REFERENCES).toList();
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
        return headers.raw("Date")
                .filter(value -> value.length() < LONGEST_DATE)
                .map(MailReader::date)
                .map(Date::toInstant)
                .orElse(null);
    }

    private static @Nullable Date date(String value) {
        try {
            return DateTimeFieldLenientImpl.PARSER
                    .parse(new RawField("Date", value), DecodeMonitor.SILENT)
                    .getDate();
        } catch (RuntimeException noDate) {
            log.debug("A Date header is none", noDate);
            return null;
        }
    }
}
