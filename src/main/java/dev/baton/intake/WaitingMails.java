package dev.baton.intake;

import dev.baton.inbox.Ledger;
import dev.baton.inbox.LedgerFilter;
import dev.baton.inbox.LedgerState;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.MenuCount;
import org.springframework.stereotype.Component;

/** How many mails wait in quarantine for somebody who may look at them. */
@Component
class WaitingMails implements MenuCount {

    private final Ledger ledger;
    private final LedgerReaders readers;
    private final People people;

    WaitingMails(Ledger ledger, LedgerReaders readers, People people) {
        this.ledger = ledger;
        this.readers = readers;
        this.people = people;
    }

    @Override
    public String path() {
        return "/ledger";
    }

    @Override
    public int waitingFor(EmailAddress address) {
        Person person = people.personOrStranger(address);
        return person.has(Role.OWNER)
                ? ledger.count(
                        LedgerFilter.in(LedgerState.QUARANTINED)
                                .seenBy(readers.workflows(person).orElse(null)),
                        MOST + 1)
                : 0;
    }
}
