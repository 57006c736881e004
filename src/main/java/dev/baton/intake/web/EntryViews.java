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
import dev.baton.requests.RequestPictures;
import dev.baton.requests.Requests;
import dev.baton.requests.WithoutLinks;
import dev.baton.shared.EmailAddress;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
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
    private final Requests requests;
    private final RequestPictures pictures;
    private final WithoutLinks withoutLinks;
    private final Moments moments;

    EntryViews(
            Ledger ledger,
            Corrections corrections,
            EntryWords words,
            EntryActs acts,
            Requests requests,
            RequestPictures pictures,
            WithoutLinks withoutLinks,
            Moments moments) {
        this.ledger = ledger;
        this.corrections = corrections;
        this.words = words;
        this.acts = acts;
        this.requests = requests;
        this.pictures = pictures;
        this.withoutLinks = withoutLinks;
        this.moments = moments;
    }

    EntryView of(LedgerEntry entry, Person reader) {
        ReceivedMail mail = ledger.read(entry.id()).orElseThrow();
        ZoneId zone = reader.zone();
        return new EntryView(
                entry,
                plain(entry.text()),
                plain(entry.cut()),
                from(mail, entry),
                moments.full(entry.receivedAt(), zone),
                mail.sentAt() == null ? null : moments.full(mail.sentAt(), zone),
                mail.recipients().stream().map(this::shown).distinct().toList(),
                words.understood(entry, mail),
                HtmlView.of(mail, withoutLinks::in).map(HtmlView::leftOut).orElse(null),
                files(mail.attachments(), false),
                files(mail.attachments(), true),
                headers(mail.headers()),
                ledger.arrivalsOf(entry.id()).stream()
                        .map(arrival -> words.arrival(arrival, zone))
                        .toList(),
                corrections.of(entry.id()).stream()
                        .map(made -> words.made(made, zone))
                        .toList(),
                corrections.seen(entry),
                diagram(entry),
                acts.of(entry, mail));
    }

    private RequestPictures.@Nullable Shown diagram(LedgerEntry entry) {
        return entry.request() == null
                ? null
                : requests.find(entry.request()).flatMap(pictures::shown).orElse(null);
    }

    private static @Nullable String from(ReceivedMail mail, LedgerEntry entry) {
        String address = mail.from() == null ? entry.from() : mail.from().value();
        String parts = String.join(
                " ",
                Stream.of(mail.fromName(), address).filter(Objects::nonNull).toList());
        return parts.isBlank() ? null : parts;
    }

    private static List<EntryView.FileLine> files(List<Attachment> all, boolean inText) {
        return IntStream.range(0, all.size())
                .filter(number -> all.get(number).inline() == inText)
                .mapToObj(number -> new EntryView.FileLine(
                        number, all.get(number).file(), size(all.get(number).size())))
                .toList();
    }

    private static String size(long bytes) {
        DataSize size = DataSize.ofBytes(bytes);
        return size.toMegabytes() > 0 ? size.toMegabytes() + " MB" : Math.max(1, size.toKilobytes()) + " kB";
    }

    private @Nullable String plain(@Nullable String text) {
        return text == null ? null : withoutLinks.in(text);
    }

    /** Without what makes an answer address somebody's own. */
    private String shown(EmailAddress recipient) {
        String address = recipient.value();
        return withoutLinks.in(address).equals(address)
                ? address
                : recipient.untagged().value();
    }

    private List<EntryView.HeaderLine> headers(MailHeaders headers) {
        return headers.all().stream()
                .limit(MOST_HEADERS)
                .map(header -> new EntryView.HeaderLine(
                        header.name(), Shortened.text(withoutLinks.in(header.decoded()), LONGEST_HEADER)))
                .toList();
    }
}
