package dev.baton.intake.web;

import dev.baton.inbox.Arrival;
import dev.baton.inbox.Ledger;
import dev.baton.inbox.LedgerEntry;
import dev.baton.inbox.ReceivedMail;
import dev.baton.inbox.SenderProofs;
import dev.baton.inbox.Understood;
import dev.baton.intake.Correction;
import dev.baton.models.Workflow;
import dev.baton.models.Workflows;
import dev.baton.people.Moments;
import dev.baton.people.People;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the page of a mail says of it in sentences; their words are in {@code messages/intake-ledger.properties}. */
@Component
class EntryWords {

    private final Ledger ledger;
    private final SenderProofs proofs;
    private final Workflows workflows;
    private final People people;
    private final Moments moments;
    private final MessageSource messages;

    EntryWords(
            Ledger ledger,
            SenderProofs proofs,
            Workflows workflows,
            People people,
            Moments moments,
            MessageSource messages) {
        this.ledger = ledger;
        this.proofs = proofs;
        this.workflows = workflows;
        this.people = people;
        this.moments = moments;
        this.messages = messages;
    }

    /** By what it was known what it is about, whose workflow that is, and how sure the sender is. */
    List<String> understood(LedgerEntry entry, ReceivedMail mail) {
        List<String> sentences = new ArrayList<>();
        Optional<Understood> understood = ledger.understood(entry.id());
        understood
                .map(Understood::sign)
                .map(sign -> messages.getMessage("intake.sign." + sign, null, null, Locale.ENGLISH))
                .ifPresent(sentences::add);
        understood
                .map(Understood::workflow)
                .map(key -> text(
                        "entry.workflow",
                        workflows.byKey(key).map(Workflow::name).orElse(key)))
                .ifPresent(sentences::add);
        sentences.add(text("proof." + proofs.of(mail).name()));
        return sentences;
    }

    /** Where and when it came. */
    String arrival(Arrival arrival, ZoneId zone) {
        String at = moments.full(arrival.at(), zone);
        Long uid = arrival.uid();
        return uid == null
                ? text("entry.arrival.posted", at)
                : text(
                        "entry.arrival",
                        at,
                        arrival.mailbox(),
                        String.valueOf(uid),
                        String.valueOf(arrival.uidValidity()));
    }

    /** What somebody made of it, and when. */
    String made(Correction made, ZoneId zone) {
        String name = people.personOrStranger(made.by()).name();
        return text(
                "made." + made.act().name()
                        + (made.act() == Correction.Act.ATTACHED && made.from() != null ? ".moved" : ""),
                name,
                moments.full(made.at(), zone),
                made.to(),
                made.from(),
                made.detail());
    }

    /** What was done just now, and how it is taken back. */
    String done(Correction made) {
        boolean moved = made.from() != null && !made.from().equals(made.to());
        return text("done." + made.act().name() + (moved ? ".moved" : ""), made.to(), made.from());
    }

    String meanwhile(@Nullable Correction last, ZoneId zone) {
        return last == null ? text("done.meanwhile") : text("done.meanwhile.by", made(last, zone));
    }

    private String text(String name, @Nullable Object... details) {
        return messages.getMessage("intake." + name, details, Locale.ENGLISH);
    }
}
