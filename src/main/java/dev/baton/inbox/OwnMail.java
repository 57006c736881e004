package dev.baton.inbox;

import java.util.Optional;

/** Did a Baton, this one or another, send it? Every mail of ours says so in {@code X-Baton}. */
class OwnMail implements Filter {

    @Override
    public Optional<Verdict> judge(ReceivedMail mail) {
        return mail.headers().has("X-Baton") ? Optional.of(Verdict.ignored("own-mail")) : Optional.empty();
    }
}
