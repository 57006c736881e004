package dev.baton.inbox;

import java.util.Optional;

/**
 * Is it a mail that we already have, come once more by another way? Same Message-ID and same words; mails that share only
 * the Message-ID are two mails.
 */
class SecondCopy implements Filter {

    @Override
    public Optional<Verdict> judge(ReceivedMail mail) {
        return Optional.ofNullable(mail.copyOf()).map(first -> Verdict.ignored("second-copy", first));
    }
}
