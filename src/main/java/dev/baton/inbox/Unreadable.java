package dev.baton.inbox;

import java.util.Optional;

/** Is it no mail at all: not one header, and nothing that could be words? */
class Unreadable implements Filter {

    @Override
    public Optional<Verdict> judge(ReceivedMail mail) {
        boolean none = mail.notes().stream().anyMatch(note -> note.key().equals(Note.UNREADABLE));
        return none ? Optional.of(Verdict.quarantined("unreadable")) : Optional.empty();
    }
}
