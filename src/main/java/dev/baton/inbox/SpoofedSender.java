package dev.baton.inbox;

import dev.baton.shared.EmailAddress;
import java.util.Optional;

/** Does it claim to come from the intake address itself, without our mark? Nobody writes from there but us. */
class SpoofedSender implements Filter {

    private final EmailAddress own;

    SpoofedSender(EmailAddress own) {
        this.own = own.untagged();
    }

    @Override
    public Optional<Verdict> judge(ReceivedMail mail) {
        return mail.sender()
                .filter(sender -> sender.untagged().equals(own))
                .map(sender -> Verdict.quarantined("spoofed", own));
    }
}
