package dev.baton.intake;

import dev.baton.inbox.AutoReply;
import dev.baton.inbox.DeliveryReport;
import dev.baton.inbox.Disposition.Ignored;
import dev.baton.inbox.MachineMail;
import dev.baton.inbox.ReceivedMail;
import dev.baton.inbox.SenderProof;
import dev.baton.inbox.SenderProofs;
import dev.baton.inbox.SpamReport;
import dev.baton.outbox.Outbox;
import dev.baton.outbox.QueuedMail;
import dev.baton.outbox.Quiet;
import dev.baton.outbox.ReturnedMails;
import dev.baton.outbox.Seals;
import dev.baton.people.Moments;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.requests.Conversation;
import dev.baton.requests.Requests;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.tasks.AwayNote;
import dev.baton.tasks.StandingStill;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes note of what machines write, at the request and the person it concerns. What could do harm counts only if it brings
 * back the seal of a mail that we sent to the very address it speaks of, which nobody else can know; what somebody says of
 * being away only if they say it themselves (docs/decisions/0022).
 */
@Component
class MachineNotes {

    /** A report is about one mail; whoever names more is not to have all of them looked up. */
    private static final int MOST_LOOKED_UP = 20;

    private final Outbox outbox;
    private final Seals seals;
    private final SenderProofs proofs;
    private final ReturnedMails returned;
    private final Conversation conversation;
    private final Requests requests;
    private final Participants participants;
    private final StandingStill standing;
    private final Quiet quiet;
    private final People people;
    private final Moments moments;
    private final Words words;

    MachineNotes(
            Outbox outbox,
            Seals seals,
            SenderProofs proofs,
            ReturnedMails returned,
            Conversation conversation,
            Requests requests,
            Participants participants,
            StandingStill standing,
            Quiet quiet,
            People people,
            Moments moments,
            Words words) {
        this.outbox = outbox;
        this.seals = seals;
        this.proofs = proofs;
        this.returned = returned;
        this.conversation = conversation;
        this.requests = requests;
        this.participants = participants;
        this.standing = standing;
        this.quiet = quiet;
        this.people = people;
        this.moments = moments;
        this.words = words;
    }

    Ignored of(ReceivedMail mail, MachineMail machine, Ignored ignored) {
        List<String> about = machine.about().stream().limit(MOST_LOOKED_UP).toList();
        Optional<QueuedMail> ours = ours(about, machine.seals());
        Optional<RequestRef> request = ours.flatMap(sent -> Optional.ofNullable(sent.request()))
                .or(() -> conversation.requestOf(about))
                .or(() -> named(mail));
        Ignored noted = ignored.about(request.orElse(null));
        if (machine instanceof DeliveryReport report) {
            return ours.map(sent -> reported(report, sent, noted)).orElseGet(() -> notOurs(noted));
        }
        if (machine instanceof AutoReply reply && reply.vacation() && request.isPresent()) {
            return away(mail, reply, ours, request.get(), noted);
        }
        if (machine instanceof SpamReport report && report.complains()) {
            return ours.map(sent -> complained(report, sent, noted)).orElseGet(() -> notOurs(noted));
        }
        return ours.map(sent -> said("machine.about", sent, noted)).orElse(noted);
    }

    /** The mail that it is about: the one whose seal it brings back, else the first that it names. */
    private Optional<QueuedMail> ours(List<String> about, List<String> brought) {
        List<QueuedMail> named =
                about.stream().flatMap(id -> outbox.byMessageId(id).stream()).toList();
        return named.stream()
                .filter(sent -> seals.holds(sent, brought))
                .findFirst()
                .or(() -> named.stream().findFirst());
    }

    private Ignored notOurs(Ignored noted) {
        return noted.and(words.sentence("machine.not-ours"));
    }

    /** The request that the subject names, from somebody who takes part in it; it only says where the mail is listed. */
    private Optional<RequestRef> named(ReceivedMail mail) {
        return RequestRef.inSubject(mail.subject())
                .flatMap(requests::find)
                .filter(request -> mail.sender()
                        .filter(sender -> participants.include(sender, request))
                        .isPresent())
                .map(request -> request.ref());
    }

    private Ignored reported(DeliveryReport report, QueuedMail sent, Ignored noted) {
        Optional<DeliveryReport.Recipient> recipient =
                report.recipients().stream().filter(each -> each.is(sent.to())).findFirst();
        if (recipient.isEmpty()) {
            return said("machine.other-address", sent, noted);
        }
        if (recipient.get().action() != DeliveryReport.Action.FAILED) {
            return said("machine.about", sent, noted);
        }
        if (!seals.holds(sent, report.seals())) {
            return said("machine.unproven", sent, noted);
        }
        boolean marked = returned.returned(
                sent,
                recipient.get().hard(),
                recipient.get().status(),
                recipient.get().diagnostic());
        return said(marked ? "machine.marked" : "machine.soft", sent, noted);
    }

    private Ignored complained(SpamReport report, QueuedMail sent, Ignored noted) {
        EmailAddress reader = report.reader();
        if (reader != null && !reader.equals(sent.to())) {
            return said("machine.other-address", sent, noted);
        }
        if (!seals.holds(sent, report.seals())) {
            return said("machine.unproven", sent, noted);
        }
        quiet.unsubscribe(sent.to());
        return said("machine.complained", sent, noted);
    }

    private Ignored said(String sentence, QueuedMail sent, Ignored noted) {
        return noted.and(words.sentence(sentence, sent.subject(), sent.to()));
    }

    /** It may well come from another mailbox, which our mail was sent on to; then it is known of nobody that they are away. */
    private Ignored away(
            ReceivedMail mail, AutoReply reply, Optional<QueuedMail> ours, RequestRef request, Ignored noted) {
        Optional<EmailAddress> sender = mail.sender();
        boolean theirs = sender.isPresent()
                && ours.map(sent -> participants.isSame(sender.get(), sent.to()))
                        .orElse(true)
                && proofs.of(mail) != SenderProof.DISPROVEN;
        return theirs
                ? away(
                        people.personOrStranger(sender.get()),
                        reply.lastDayAway(),
                        request,
                        mail.text().isBlank() ? mail.cut() : mail.text(),
                        proofs.of(mail).countsAsTheirs(),
                        noted)
                : noted.and(words.sentence("machine.away-of-another"));
    }

    private Ignored away(
            Person person, @Nullable LocalDate last, RequestRef request, String note, boolean sure, Ignored noted) {
        Ignored said = noted.and(
                last == null
                        ? words.sentence("machine.away", person.name())
                        : words.sentence(
                                "machine.away-until",
                                person.name(),
                                moments.day(last.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC)));
        Ignored weighed = sure ? said : said.and(words.sentence("machine.away-unproven"));
        return standing.away(new AwayNote(person.address(), request, last, note, sure))
                ? weighed.and(words.sentence("machine.offered"))
                : weighed;
    }
}
