package dev.baton.intake.doctor;

import dev.baton.inbox.DoctorsMail;
import dev.baton.inbox.MailboxFinding;
import dev.baton.inbox.SenderProofs;
import dev.baton.outbox.SentCheck;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an examination means: for each thing one sentence, and what to change. */
@Component
class Diagnosis {

    private static final Duration SOON = Duration.ofDays(21);
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(60);
    private static final Duration SLOW = Duration.ofSeconds(60);
    private static final List<String> CHECKS = List.of("spf", "dkim", "dmarc");

    private final DoctorsWords words;
    private final Clock clock;

    Diagnosis(DoctorsWords words, Clock clock) {
        this.words = words;
        this.clock = clock;
    }

    List<Finding> of(Examination examination) {
        List<Finding> findings = new ArrayList<>();
        boolean waits = examination.waitsAt(clock.instant());
        findings.addAll(sending(examination, waits));
        findings.addAll(arrival(examination, waits));
        examination.mailboxes().ifPresent(all -> all.forEach(mailbox -> findings.addAll(mailbox(mailbox))));
        if (examination.mailboxes().filter(List::isEmpty).isPresent()) {
            findings.add(words.wrong("mailbox", "none"));
        }
        if (examination.stuck() > 0) {
            findings.add(words.wrong("ledger", "stuck", examination.stuck()));
        }
        return findings;
    }

    private List<Finding> sending(Examination examination, boolean waits) {
        if (!examination.sends()) {
            return List.of(words.wrong("sending", "none"));
        }
        if (examination.sent().isEmpty()) {
            return List.of(waits ? words.waiting("sending", "waiting") : words.wrong("sending", "unknown"));
        }
        SentCheck sent = examination.sent().get();
        if (sent.trouble() != null) {
            return List.of(words.wrong(
                    "sending",
                    "refused",
                    words.trouble(sent.trouble()),
                    sent.trouble().detail()));
        }
        Finding taken = words.fine("sending", "taken", String.valueOf(sent.answer()));
        return List.of(taken, encryption("smtp", sent.encrypted(), sent.local(), sent.certificateEnds()));
    }

    private List<Finding> arrival(Examination examination, boolean waits) {
        Optional<SentCheck> sent = examination.sent().filter(check -> check.trouble() == null);
        if (sent.isEmpty()) {
            return examination.sent().isEmpty() ? List.of() : List.of(words.watch("delivery", "unseen"));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(delivery(sent.get(), examination.arrived().or(examination::arrivedTagged), waits));
        findings.add(plus(examination, waits));
        examination.arrived().or(examination::arrivedTagged).ifPresent(mail -> {
            Optional<SentCheck> its = examination.arrived().isPresent() ? sent : examination.sentTagged();
            its.ifPresent(check -> findings.add(messageId(check, mail)));
            findings.add(server(mail, examination.trusted()));
            CHECKS.forEach(check -> findings.add(checked(check, mail)));
            its.ifPresent(check -> findings.add(clocks(check, mail)));
        });
        return findings;
    }

    private Finding delivery(SentCheck sent, Optional<DoctorsMail> arrived, boolean waits) {
        if (arrived.isEmpty()) {
            return waits
                    ? words.waiting("delivery", "waiting", seconds(sent.sentAt(), clock.instant()))
                    : words.wrong("delivery", "lost", Examination.PATIENCE.toMinutes());
        }
        long took = seconds(sent.sentAt(), arrived.get().receivedAt());
        return took <= SLOW.toSeconds() ? words.fine("delivery", "quick", took) : words.watch("delivery", "slow", took);
    }

    private Finding plus(Examination examination, boolean waits) {
        if (examination.arrivedTagged().isPresent()) {
            return words.fine("plus", "kept");
        }
        Optional<SentCheck> sent = examination.sentTagged();
        if (sent.isPresent() && sent.get().trouble() != null) {
            return words.wrong("plus", "refused", sent.get().trouble().detail());
        }
        return waits ? words.waiting("plus", "waiting") : words.wrong("plus", "lost");
    }

    private Finding messageId(SentCheck sent, DoctorsMail arrived) {
        return sent.messageId().equals(arrived.messageId())
                ? words.fine("message-id", "kept")
                : words.watch("message-id", "replaced", sent.messageId(), String.valueOf(arrived.messageId()));
    }

    private Finding server(DoctorsMail mail, Optional<String> trusted) {
        String wrote = mail.authservId();
        if (wrote == null) {
            return trusted.isPresent()
                    ? words.watch("authserv", "silent", trusted.get())
                    : words.watch("authserv", "none");
        }
        if (wrote.isEmpty()) {
            return nameless(trusted);
        }
        if (trusted.isEmpty()) {
            return words.watch("authserv", "to-pin", wrote);
        }
        return trusted.get().equalsIgnoreCase(wrote)
                ? words.fine("authserv", "pinned", wrote)
                : words.watch("authserv", "another", trusted.get(), wrote);
    }

    private Finding nameless(Optional<String> trusted) {
        if (trusted.isEmpty()) {
            return words.watch("authserv", "nameless", SenderProofs.MICROSOFT_365);
        }
        return trusted.get().equalsIgnoreCase(SenderProofs.MICROSOFT_365)
                ? words.fine("authserv", "microsoft")
                : words.watch("authserv", "nameless-another", trusted.get(), SenderProofs.MICROSOFT_365);
    }

    private Finding checked(String check, DoctorsMail mail) {
        String result = mail.results().get(check);
        if (result == null) {
            return words.watch(check, "unseen");
        }
        return result.equals("pass") ? words.fine(check, "pass") : words.watch(check, "other", result);
    }

    /** The server's time should be between the moment we sent and the moment we got it. */
    private Finding clocks(SentCheck sent, DoctorsMail arrived) {
        Instant server = arrived.serverTime();
        if (server == null) {
            return words.watch("clock", "unknown");
        }
        Duration off = Duration.ZERO;
        if (server.isBefore(sent.sentAt())) {
            off = Duration.between(server, sent.sentAt());
        } else if (server.isAfter(arrived.receivedAt())) {
            off = Duration.between(arrived.receivedAt(), server);
        }
        return off.compareTo(CLOCK_TOLERANCE) <= 0
                ? words.fine("clock", "same", off.toSeconds())
                : words.watch("clock", "differs", off.toSeconds());
    }

    private List<Finding> mailbox(MailboxFinding mailbox) {
        String name = mailbox.mailbox();
        if (mailbox.problem() != null) {
            return List.of(words.wrong("mailbox", "unreadable", name, mailbox.problem()));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(words.fine("mailbox", "opened", name, mailbox.messages()));
        findings.add(encryption("imap", mailbox.encrypted(), mailbox.local(), mailbox.certificateEnds()));
        findings.add(mailbox.tellsNews() ? words.fine("idle", "offered", name) : words.watch("idle", "missing", name));
        if (!mailbox.flags()) {
            findings.add(words.watch("flags", "refused", name));
        }
        findings.add(
                mailbox.oldMail() == 0
                        ? words.fine("old-mail", "none", name)
                        : words.watch("old-mail", "some", name, mailbox.oldMail()));
        if (mailbox.missing() > 0) {
            findings.add(words.wrong("ledger", "missing", name, mailbox.missing()));
        }
        return findings;
    }

    private Finding encryption(String topic, boolean encrypted, boolean local, @Nullable Instant ends) {
        if (!encrypted || ends == null) {
            return local ? words.fine(topic, "local") : words.watch(topic, "readable");
        }
        String day = words.day(ends);
        return clock.instant().plus(SOON).isBefore(ends)
                ? words.fine(topic, "encrypted", day)
                : words.watch(topic, "ends", day);
    }

    private static long seconds(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toSeconds());
    }
}
