package dev.baton.intake.web;

import dev.baton.inbox.Ledger;
import dev.baton.inbox.LedgerEntry;
import dev.baton.inbox.ReceivedMail;
import dev.baton.intake.LedgerReaders;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.shared.EmailAddress;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The entries of the ledger as far as whoever asks may see them. */
@Component
class Seen {

    private final Ledger ledger;
    private final LedgerReaders readers;
    private final People people;

    Seen(Ledger ledger, LedgerReaders readers, People people) {
        this.ledger = ledger;
        this.readers = readers;
        this.people = people;
    }

    Person person(Principal principal) {
        return people.personOrStranger(EmailAddress.of(principal.getName()));
    }

    /** @throws ResponseStatusException if there is none, or not for this person */
    LedgerEntry entry(long id, Person me) {
        LedgerEntry entry = ledger.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!readers.sees(me, entry)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return entry;
    }

    /** The mail of such an entry. */
    ReceivedMail mail(long id, Person me) {
        return ledger.read(entry(id, me).id()).orElseThrow();
    }
}
