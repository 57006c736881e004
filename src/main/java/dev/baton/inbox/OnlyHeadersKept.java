package dev.baton.inbox;

import java.util.Optional;

/** Was the mail too large to be taken whole? */
class OnlyHeadersKept implements Filter {

    @Override
    public Optional<Verdict> judge(ReceivedMail mail) {
        return mail.complete() ? Optional.empty() : Optional.of(Verdict.quarantined("only-headers"));
    }
}
