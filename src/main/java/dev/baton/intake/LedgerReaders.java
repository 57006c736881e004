package dev.baton.intake;

import dev.baton.inbox.Ledger;
import dev.baton.inbox.LedgerEntry;
import dev.baton.inbox.LedgerState;
import dev.baton.inbox.Understood;
import dev.baton.models.WorkflowOwners;
import dev.baton.people.Person;
import dev.baton.people.Role;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who sees which entries of the ledger, and may correct what became of them: admins all; owners those of their workflows,
 * quarantined ones that name no workflow, and what they corrected themselves (docs/decisions/0026).
 */
@Component
public class LedgerReaders {

    private final Ledger ledger;
    private final WorkflowOwners owners;
    private final CorrectionRows corrections;

    LedgerReaders(Ledger ledger, WorkflowOwners owners, CorrectionRows corrections) {
        this.ledger = ledger;
        this.owners = owners;
        this.corrections = corrections;
    }

    /** The workflows whose entries the person sees; nothing if the person sees all there are. */
    public Optional<Set<String>> workflows(Person person) {
        return person.has(Role.ADMIN) ? Optional.empty() : Optional.of(owners.workflowsOf(person));
    }

    /** Whether the person sees this entry. */
    public boolean sees(Person person, LedgerEntry entry) {
        Optional<Set<String>> own = workflows(person);
        return own.isEmpty()
                || person.has(Role.OWNER)
                        && (isOf(own.get(), entry)
                                || corrections.of(entry.id()).stream()
                                        .anyMatch(made -> made.by().equals(person.address())));
    }

    private boolean isOf(Set<String> own, LedgerEntry entry) {
        String workflow =
                ledger.understood(entry.id()).map(Understood::workflow).orElse(null);
        return workflow == null ? entry.state() == LedgerState.QUARANTINED : own.contains(workflow);
    }
}
