package dev.baton.intake.web;

import dev.baton.inbox.Attachment;
import dev.baton.inbox.HtmlView;
import dev.baton.inbox.Ledger;
import dev.baton.inbox.LedgerEntry;
import dev.baton.inbox.MailHeaders;
import dev.baton.inbox.ReceivedMail;
import dev.baton.intake.Corrections;
import dev.baton.intake.Shortened;
import dev.baton.people.Moments;
import dev.baton.people.Person;
import dev.baton.shared.EmailAddress;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Puts together what there is to know of a mail, for one reader. */
@Component
class EntryViews {

    private static final int MOST_HEADERS = 300;
    private static final int LONGEST_HEADER = 2_000;

    private final Ledger ledger;
    private final Corrections corrections;
    private final EntryWords words;
    private final EntryActs acts;
    private final Moments moments;

    EntryViews(Ledger ledger, Corrections corrections, EntryWords words, EntryActs acts, Moments moments) {
        this.ledger = ledger;
        this.corrections = corrections;
        this.words = words;
        this.acts = acts;
        this.moments = moments;
    }

    EntryView of(LedgerEntry entry, Person reader) {
        ReceivedMail mail = ledger.read(entry.id()).orElseThrow();
        ZoneId zone = reader.zone();
        return new EntryView(
                entry,
                from(mail, entry),
                moments.full(entry.receivedAt(), zone),
                mail.sentAt() == null ? null : moments.full(mail.sentAt(), zone),
                mail.recipients().stream().map(EmailAddress::value).toList(),
                words.understood(entry, mail),
                HtmlView.of(mail).map(HtmlView::leftOut).orElse(null),
                files(mail.attachments()),
                headers(mail.headers()),
                ledger.arrivalsOf(entry.id()).stream()
                        .map(arrival -> words.arrival(arrival, zone))
                        .toList(),
                corrections.of(entry.id()).stream()
                        .map(made -> words.made(made, zone))
                        .toList(),
                corrections.seen(entry),
                acts.of(entry, mail));
    }

    private static @Nullable String from(ReceivedMail mail, LedgerEntry entry) {
        String address = mail.from() == null ? entry.from() : mail.from().value();
        String parts = String.join(
                " ",
                Stream.of(mail.fromName(), address).filter(Objects::nonNull).toList());
        return parts.isBlank() ? null : parts;
    }

    private static List<EntryView.FileLine> files(List<Attachment> attachments) {
        List<EntryView.FileLine> lines = new ArrayList<>();
        for (Attachment attachment : attachments) {
            lines.add(new EntryView.FileLine(lines.size(), attachment.file(), size(attachment.size())));
        }
        return lines;
    }

    private static String size(long bytes) {
        DataSize size = DataSize.ofBytes(bytes);
        return size.toMegabytes() > 0 ? size.toMegabytes() + " MB" : Math.max(1, size.toKilobytes()) + " kB";
    }

    private static List<EntryView.HeaderLine> headers(MailHeaders headers) {
        return headers.all().stream()
                .limit(MOST_HEADERS)
                .map(header ->
                        new EntryView.HeaderLine(header.name(), Shortened.text(header.decoded(), LONGEST_HEADER)))
                .toList();
    }
}
