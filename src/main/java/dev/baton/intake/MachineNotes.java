package dev.baton.intake;

import dev.baton.inbox.AutoReply;
import dev.baton.inbox.DeliveryReport;
import dev.baton.inbox.Disposition.Ignored;
import dev.baton.inbox.MachineMail;
import dev.baton.inbox.ReceivedMail;
import dev.baton.inbox.SpamReport;
import dev.baton.outbox.Outbox;
import dev.baton.outbox.QueuedMail;
import dev.baton.outbox.Quiet;
import dev.baton.outbox.ReturnedMails;
import dev.baton.people.Moments;
import dev.baton.people.People;
import dev.baton.requests.Conversation;
import dev.baton.requests.Requests;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.tasks.StandingStill;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Takes note of what machines write, at the request and the person it concerns. What could do harm counts only if it names
 * the Message-ID of a mail that we sent to the very address it speaks of, which nobody else can know.
 */
@Component
class MachineNotes {

    private final Outbox outbox;
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
        Optional<QueuedMail> ours = machine.about().stream()
                .flatMap(id -> outbox.byMessageId(id).stream())
                .findFirst();
        Optional<RequestRef> request = ours.flatMap(sent -> Optional.ofNullable(sent.request()))
                .or(() -> conversation.requestOf(machine.about()))
                .or(() -> named(mail));
        Ignored noted = ignored.about(request.orElse(null));
        if (machine instanceof DeliveryReport report) {
            return ours.map(sent -> reported(report, sent, noted))
                    .orElseGet(() -> noted.and(words.sentence("machine.not-ours")));
        }
        if (machine instanceof AutoReply reply && reply.vacation() && request.isPresent()) {
            return away(mail, reply, ours, request.get(), noted);
        }
        if (machine instanceof SpamReport report && report.complains()) {
            return ours.map(sent -> complained(report, sent, noted))
                    .orElseGet(() -> noted.and(words.sentence("machine.not-ours")));
        }
        return ours.map(sent -> noted.and(words.sentence("machine.about", sent.subject(), sent.to())))
                .orElse(noted);
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
            return noted.and(words.sentence("machine.other-address", sent.subject(), sent.to()));
        }
        if (recipient.get().action() != DeliveryReport.Action.FAILED) {
            return noted.and(words.sentence("machine.about", sent.subject(), sent.to()));
        }
        boolean marked = returned.returned(
                sent,
                recipient.get().hard(),
                recipient.get().status(),
                recipient.get().diagnostic());
        return noted.and(words.sentence(marked ? "machine.marked" : "machine.soft", sent.subject(), sent.to()));
    }

    private Ignored away(
            ReceivedMail mail, AutoReply reply, Optional<QueuedMail> ours, RequestRef request, Ignored noted) {
        EmailAddress person = ours.map(QueuedMail::to)
                .or(mail::sender)
                .map(address -> people.personOrStranger(address).address())
                .orElseThrow(() -> new IllegalStateException("Ledger entry " + mail.id() + " is from nobody"));
        LocalDate last = reply.lastDayAway();
        String who = people.personOrStranger(person).name();
        Ignored said = noted.and(
                last == null
                        ? words.sentence("machine.away", who)
                        : words.sentence(
                                "machine.away-until",
                                who,
                                moments.day(last.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC)));
        return standing.away(person, request, last) ? said.and(words.sentence("machine.offered")) : said;
    }

    private Ignored complained(SpamReport report, QueuedMail sent, Ignored noted) {
        EmailAddress reader = report.reader();
        if (reader != null && !reader.equals(sent.to())) {
            return noted.and(words.sentence("machine.other-address", sent.subject(), sent.to()));
        }
        quiet.unsubscribe(sent.to());
        return noted.and(words.sentence("machine.complained", sent.subject(), sent.to()));
    }
}
